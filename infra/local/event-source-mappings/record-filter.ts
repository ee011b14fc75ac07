import { compilePattern } from '../engines/event-pattern.ts';

/** Whether a mapping wants a record. */
export type RecordFilter = (record: unknown) => boolean;

/** `FilterCriteria`: a record is wanted if any of the patterns matches, all are without one. */
export function createRecordFilter(
  criteria: { readonly Filters: readonly { readonly Pattern: string }[] } | undefined,
): RecordFilter {
  const filters = criteria?.Filters.map(({ Pattern }) => compilePattern(JSON.parse(Pattern))) ?? [];
  if (filters.length === 0) return () => true;
  return (record) => filters.some((matches) => matches(record));
}
