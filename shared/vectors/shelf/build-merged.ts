import { createHash } from 'node:crypto';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { MERGED_CHUNKS, type MergePlan } from './choose-merge.ts';
import { loadMerged, loadOwn, type ShownVersion } from './loaded-segment.ts';
import { mergeSegments } from './merge-segments.ts';
import type { MergedSegment } from './merged-list.ts';
import { decodeSegment, encodeSegment, headerBytes } from './segment-codec.ts';
import type { ListedSegment } from './segment-list.ts';
import { mergedKey, type SegmentObjects } from './segment-objects.ts';

/** A merged segment that is not written yet. */
export interface BuiltSegment extends MergedSegment {
  readonly bytes: Uint8Array;
}

/** Copies what a plan names; a version that is gone meanwhile is left out. */
export async function buildMerged(
  objects: SegmentObjects,
  tenant: Tenant,
  listed: readonly ListedSegment[],
  plan: MergePlan,
): Promise<readonly BuiltSegment[]> {
  const versions = await readVersions(objects, tenant, listed, plan);
  // One version alone gains nothing, unless it was the last of a merged segment.
  if (versions.length < 2 && plan.replaced.length === 0) return [];
  return groupsOf(versions).map((group) => {
    const segment = mergeSegments(group);
    const bytes = encodeSegment(segment);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return {
      object_key: mergedKey(tenant, hash),
      chunk_count: segment.postings.lengths.length,
      header_bytes: headerBytes(segment),
      bytes,
    };
  });
}

/** Every version of the plan that is still there, in the order of the list. */
async function readVersions(
  objects: SegmentObjects,
  tenant: Tenant,
  listed: readonly ListedSegment[],
  { loose, replaced }: MergePlan,
): Promise<readonly ShownVersion[]> {
  const byKey = new Map(listed.map((entry) => [entry.object_key, entry]));
  const versions: ShownVersion[] = [];
  for (const { object_key } of replaced) {
    const bytes = await objects.get(tenant, object_key);
    if (bytes) versions.push(...loadMerged(decodeSegment(bytes), byKey).shown);
  }
  for (const entry of loose) {
    const bytes = await objects.get(tenant, entry.object_key);
    if (bytes) versions.push(...loadOwn(entry, decodeSegment(bytes)).shown);
  }
  return versions;
}

/** Versions of the same vector spaces together, as many as one segment takes. */
function groupsOf(versions: readonly ShownVersion[]): readonly (readonly ShownVersion[])[] {
  const open = new Map<string, { versions: ShownVersion[]; chunks: number }>();
  const groups: ShownVersion[][] = [];
  for (const version of versions) {
    const spaces = spacesOf(version);
    let group = open.get(spaces);
    if (!group || group.chunks + version.count > MERGED_CHUNKS) {
      group = { versions: [], chunks: 0 };
      open.set(spaces, group);
      groups.push(group.versions);
    }
    group.versions.push(version);
    group.chunks += version.count;
  }
  return groups;
}

const spacesOf = ({ segment }: ShownVersion): string =>
  [...segment.vectors]
    .map(([spaceId, { dimensions }]) => `${spaceId} ${dimensions}`)
    .sort()
    .join();
