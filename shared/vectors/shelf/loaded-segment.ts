import type { Segment } from './segment.ts';
import type { ListedSegment } from './segment-list.ts';

/** A segment in memory with what the list says of it. */
export interface LoadedSegment {
  readonly listed: ListedSegment;
  readonly segment: Segment;
  /** Where each term is in the postings. */
  readonly termIndex: ReadonlyMap<string, number>;
}

export const loadSegment = (listed: ListedSegment, segment: Segment): LoadedSegment => ({
  listed,
  segment,
  termIndex: new Map(segment.postings.terms.map((term, at) => [term, at])),
});

/** Where the postings of a term begin and end; an empty range when no chunk holds it. */
export function postingsOf({ segment, termIndex }: LoadedSegment, term: string) {
  const at = termIndex.get(term);
  if (at === undefined) return { from: 0, to: 0 };
  const { offsets } = segment.postings;
  return { from: offsets[at] ?? 0, to: offsets[at + 1] ?? 0 };
}
