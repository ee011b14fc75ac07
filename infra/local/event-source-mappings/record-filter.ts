import { matchesPattern } from '../engines/event-pattern.ts';

/** Whether a mapping wants a record. */
export type RecordFilter = (record: unknown) => boolean;

/** `FilterCriteria`: a record is wanted if any of the patterns matches, all are without one. */
export function createRecordFilter(
  criteria: { readonly Filters: readonly { readonly Pattern: string }[] } | undefined,
): RecordFilter {
  const patterns = criteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern)) ?? [];
  if (patterns.length === 0) return () => true;
  return (record) => patterns.some((pattern) => matchesPattern(pattern, record));
}
