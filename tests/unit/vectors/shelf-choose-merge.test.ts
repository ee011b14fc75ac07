import { describe, expect, test } from 'vitest';
import {
  chooseMerge,
  MERGED_CHUNKS,
  type MergedMembers,
} from '#shared/vectors/shelf/choose-merge.ts';
import type { ListedSegment } from '#shared/vectors/shelf/segment-list.ts';

const listedOf = (id: number, chunk_count = 1): ListedSegment => ({
  document_id: `d${id}`,
  version: 1,
  object_key: `key-${id}`,
  chunk_count,
  facts: { title: '', attributes: {} },
});

const many = (count: number, chunks = 1, first = 0) =>
  Array.from({ length: count }, (_, at) => listedOf(first + at, chunks));

/** A merged segment of these versions. */
const mergedOf = (name: string, versions: readonly ListedSegment[]): MergedMembers => ({
  merged: {
    object_key: name,
    chunk_count: versions.reduce((sum, { chunk_count }) => sum + chunk_count, 0),
    header_bytes: 0,
  },
  members: versions.map(({ object_key, chunk_count }) => ({ object_key, rows: chunk_count })),
});

const namesOf = ({ replaced }: ReturnType<typeof chooseMerge>) =>
  replaced.map(({ object_key }) => object_key);

describe('what is merged', () => {
  test('is what is read one by one so far, but for versions worth an object of their own', () => {
    const small = many(40);
    const large = listedOf(99, MERGED_CHUNKS);
    expect(chooseMerge([...small, large], []).loose).toEqual(small);
  });

  test('is no merged segment that is much larger than what would join it', () => {
    const [old, recent, loose] = [many(1000), many(30, 1, 1000), many(32, 1, 2000)];
    const merged = [mergedOf('old', old), mergedOf('recent', recent)];
    expect(namesOf(chooseMerge([...old, ...recent, ...loose], merged))).toEqual(['recent']);
  });

  test('is one of which a third is not seen any more, even alone', () => {
    const versions = many(90);
    const merged = [mergedOf('worn', versions)];
    expect(namesOf(chooseMerge(versions.slice(0, 61), merged))).toEqual([]);
    expect(namesOf(chooseMerge(versions.slice(0, 59), merged))).toEqual(['worn']);
  });

  test('is never more in one run than a worker can hold', () => {
    const loose = many(40_000);
    const worn = mergedOf('worn', many(8000, 1, 50_000));
    const plan = chooseMerge([...loose, ...many(4000, 1, 50_000)], [worn]);
    expect(plan.loose).toHaveLength(2 * MERGED_CHUNKS);
    expect(namesOf(plan)).toEqual([]);
  });

  test('is copied a few times in all, however slowly documents come, into few segments', () => {
    const listed: ListedSegment[] = [];
    let merged: readonly MergedMembers[] = [];
    let copied = 0;
    for (let run = 0; run < 128; run += 1) {
      listed.push(...many(32, 1, run * 32));
      const { loose, replaced } = chooseMerge(listed, merged);
      const gone = merged.filter((entry) => replaced.includes(entry.merged));
      const keys = new Set(
        gone.flatMap(({ members }) => members.map((member) => member.object_key)),
      );
      const versions = [...loose, ...listed.filter(({ object_key }) => keys.has(object_key))];
      copied += versions.length;
      merged = [
        ...merged.filter((entry) => !gone.includes(entry)),
        mergedOf(`merged-${run}`, versions),
      ];
    }
    // log2 of 128 runs is 7.
    expect(copied / listed.length).toBeLessThan(8);
    expect(merged.length).toBeLessThanOrEqual(8);
  });
});
