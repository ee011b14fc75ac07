import type { Filter } from '../vector-store.ts';
import type { ListedSegment } from './segment-list.ts';

/** Whether a document has one of the values of every name of a filter. */
export function admits(filter: Filter): (listed: ListedSegment) => boolean {
  const wanted = Object.entries(filter).map(([name, values]) => [name, new Set(values)] as const);
  return (listed) => wanted.every(([name, values]) => hasOne(listed, name, values));
}

function hasOne(
  { document_id, facts }: ListedSegment,
  name: string,
  values: ReadonlySet<string>,
): boolean {
  if (name === 'document_id') return values.has(document_id);
  const own = Object.hasOwn(facts.attributes, name) ? facts.attributes[name] : [];
  return own?.some((value) => values.has(value)) ?? false;
}
