import type { MergedSegment } from './merged-list.ts';
import type { SegmentMember } from './segment.ts';
import type { ListedSegment } from './segment-list.ts';

/** Chunks of one merged segment: about 25 MB with text, postings and vectors of 1024 dimensions. */
export const MERGED_CHUNKS = 8192;
/** A version of more chunks is worth an object of its own. */
const LARGEST_MEMBER = MERGED_CHUNKS / 4;
/** What one run copies at most: it must fit into a worker beside a document. */
const CHUNKS_PER_RUN = 2 * MERGED_CHUNKS;
/** A merged segment that shows less of its rows is written anew. */
const WORTH_KEEPING = 2 / 3;

export interface MergePlan {
  /** Versions that are read one by one so far. */
  readonly loose: readonly ListedSegment[];
  /** Merged segments whose visible versions are copied along; they are not needed any more. */
  readonly replaced: readonly MergedSegment[];
}

export interface MergedMembers {
  readonly merged: MergedSegment;
  readonly members: readonly SegmentMember[];
}

/**
 * What to copy together. A merged segment is copied again only beside as many other chunks as it
 * has, so that each chunk is copied a number of times that grows with the logarithm of the shelf.
 */
export function chooseMerge(
  listed: readonly ListedSegment[],
  merged: readonly MergedMembers[],
): MergePlan {
  const keys = new Set(listed.map(({ object_key }) => object_key));
  const known = new Set(
    merged.flatMap(({ members }) => members.map((member) => member.object_key)),
  );
  const loose = upTo(
    CHUNKS_PER_RUN,
    listed.filter(
      ({ object_key, chunk_count }) => chunk_count <= LARGEST_MEMBER && !known.has(object_key),
    ),
  );
  let chunks = loose.reduce((sum, { chunk_count }) => sum + chunk_count, 0);
  const replaced: MergedSegment[] = [];
  for (const { segment, shown } of byShown(merged, keys)) {
    const isWorthless = shown < segment.chunk_count * WORTH_KEEPING;
    const isSmall = shown <= chunks && shown <= MERGED_CHUNKS / 2;
    if (!(isWorthless || isSmall) || chunks + shown > CHUNKS_PER_RUN) continue;
    replaced.push(segment);
    chunks += shown;
  }
  return { loose, replaced };
}

/** Merged segments with how many of their chunks are visible, the smallest first. */
const byShown = (merged: readonly MergedMembers[], keys: ReadonlySet<string>) =>
  merged
    .map(({ merged: segment, members }) => ({
      segment,
      shown: members.reduce(
        (sum, { object_key, rows }) => sum + (keys.has(object_key) ? rows : 0),
        0,
      ),
    }))
    .sort((left, right) => left.shown - right.shown);

function upTo(limit: number, listed: readonly ListedSegment[]): readonly ListedSegment[] {
  let chunks = 0;
  return listed.filter(({ chunk_count }) => {
    chunks += chunk_count;
    return chunks <= limit;
  });
}
