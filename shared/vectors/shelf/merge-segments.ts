import { type PackedTexts, packTexts, pickTexts, textAt } from '../packed-texts.ts';
import { type Postings, runningTotals } from '../postings.ts';
import type { QuantisedVectors } from '../quantise.ts';
import type { ShownVersion } from './loaded-segment.ts';
import type { Segment } from './segment.ts';

/**
 * One segment of many versions, in their order: what search finds in it is what it would have found
 * in theirs. All must have the same spaces.
 */
export function mergeSegments(versions: readonly ShownVersion[]): Segment {
  const rows = versions.flatMap(({ segment, first, count }) =>
    Array.from({ length: count }, (_, at) => ({ segment, row: first + at })),
  );
  const spaces = versions[0]?.segment.vectors ?? new Map<string, QuantisedVectors>();
  return {
    members: versions.map(({ listed, count }) => ({ object_key: listed.object_key, rows: count })),
    chunks: pickTexts(rows.map(({ segment, row }) => ({ texts: segment.chunks, at: row }))),
    postings: mergePostings(versions, rows),
    vectors: new Map(
      [...spaces].map(([spaceId, { dimensions }]) => [
        spaceId,
        mergeVectors(versions, spaceId, dimensions, rows.length),
      ]),
    ),
  };
}

interface SourceRow {
  readonly segment: Segment;
  readonly row: number;
}

function mergePostings(versions: readonly ShownVersion[], rows: readonly SourceRow[]): Postings {
  const byTerm = new Map<string, Posting[]>();
  for (const [segment, targets] of targetsBySegment(versions)) collect(byTerm, segment, targets);
  const terms = [...byTerm.keys()].sort();
  const postings = terms.map((term) =>
    (byTerm.get(term) ?? []).sort((left, right) => left.row - right.row),
  );
  const all = postings.flat();
  return {
    terms: packTexts(terms),
    offsets: runningTotals(postings.map(({ length }) => length)),
    chunks: Uint32Array.from(all, ({ row }) => row),
    counts: Uint8Array.from(all, ({ count }) => count),
    lengths: Uint32Array.from(rows, ({ segment, row }) => segment.postings.lengths[row] ?? 0),
  };
}

interface Posting {
  readonly row: number;
  readonly count: number;
}

/** For each segment the row in the merged one of each of its rows; −1 for what is left behind. */
function targetsBySegment(versions: readonly ShownVersion[]): Map<Segment, Int32Array> {
  const targets = new Map<Segment, Int32Array>();
  let next = 0;
  for (const { segment, first, count } of versions) {
    const own = targets.get(segment) ?? new Int32Array(segment.postings.lengths.length).fill(-1);
    targets.set(segment, own);
    for (let at = 0; at < count; at += 1) own[first + at] = next + at;
    next += count;
  }
  return targets;
}

function collect(byTerm: Map<string, Posting[]>, { postings }: Segment, targets: Int32Array): void {
  const { terms, offsets } = postings;
  for (let at = 0; at + 1 < offsets.length; at += 1) {
    const kept = movedPostings(postings, at, targets);
    if (kept.length > 0) addAll(byTerm, terms, at, kept);
  }
}

/** The postings of one term whose chunks are copied, at their new rows. */
function movedPostings(
  { offsets, chunks, counts }: Postings,
  term: number,
  targets: Int32Array,
): readonly Posting[] {
  const moved: Posting[] = [];
  const end = offsets[term + 1] ?? 0;
  for (let place = offsets[term] ?? 0; place < end; place += 1) {
    const row = targets[chunks[place] ?? 0] ?? -1;
    if (row >= 0) moved.push({ row, count: counts[place] ?? 0 });
  }
  return moved;
}

function addAll(
  byTerm: Map<string, Posting[]>,
  terms: PackedTexts,
  at: number,
  kept: readonly Posting[],
): void {
  const term = textAt(terms, at);
  const known = byTerm.get(term) ?? [];
  known.push(...kept);
  byTerm.set(term, known);
}

/** @throws RangeError when a version has no vectors of the space, or of another width */
function mergeVectors(
  versions: readonly ShownVersion[],
  spaceId: string,
  dimensions: number,
  rows: number,
): QuantisedVectors {
  const values = new Int8Array(rows * dimensions);
  const scales = new Float32Array(rows);
  let next = 0;
  for (const { segment, first, count } of versions) {
    const own = segment.vectors.get(spaceId);
    if (own?.dimensions !== dimensions) throw new RangeError(`A version is not in ${spaceId}`);
    const last = first + count;
    values.set(own.values.subarray(first * dimensions, last * dimensions), next * dimensions);
    scales.set(own.scales.subarray(first, last), next);
    next += count;
  }
  return { dimensions, values, scales };
}
