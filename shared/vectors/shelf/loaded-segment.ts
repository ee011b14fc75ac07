import { findPostings } from '../postings.ts';
import type { Segment } from './segment.ts';
import type { ListedSegment } from './segment-list.ts';

/** A segment in memory, and which of its rows search sees. */
export interface LoadedSegment {
  readonly segment: Segment;
  /** The visible versions among its members, in the order of their rows. */
  readonly shown: readonly ShownVersion[];
}

/** A version that search sees: rows `first … first + count` of a segment. */
export interface ShownVersion {
  readonly listed: ListedSegment;
  readonly segment: Segment;
  readonly first: number;
  readonly count: number;
}

/** The own segment of a listed version: all of its rows are visible. */
export function loadOwn(listed: ListedSegment, segment: Segment): LoadedSegment {
  const count = segment.postings.lengths.length;
  return { segment, shown: [{ listed, segment, first: 0, count }] };
}

/** A merged segment: of its rows those are visible whose version is listed, by its own key. */
export function loadMerged(
  segment: Segment,
  listed: ReadonlyMap<string, ListedSegment>,
): LoadedSegment {
  const shown: ShownVersion[] = [];
  let first = 0;
  for (const { object_key, rows } of segment.members) {
    const entry = listed.get(object_key);
    if (entry) shown.push({ listed: entry, segment, first, count: rows });
    first += rows;
  }
  return { segment, shown };
}

/** In how many visible chunks a term is. */
export function countChunksWith({ segment, shown }: LoadedSegment, term: string): number {
  const { from, to } = findPostings(segment.postings, term);
  if (countShown(shown) === segment.postings.lengths.length) return to - from;
  return shown.reduce((sum, version) => sum + countWithin(version, from, to), 0);
}

export const countShown = (shown: readonly ShownVersion[]): number =>
  shown.reduce((sum, { count }) => sum + count, 0);

function countWithin({ segment, first, count }: ShownVersion, from: number, to: number): number {
  const { chunks } = segment.postings;
  return lowerBound(chunks, first + count, from, to) - lowerBound(chunks, first, from, to);
}

/** The first place in a rising stretch whose row is not below the wanted one. */
function lowerBound(rows: Uint32Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
