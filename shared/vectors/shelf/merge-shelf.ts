import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Put } from '#shared/store/write.ts';
import { type BuiltSegment, buildMerged } from './build-merged.ts';
import { chooseMerge, type MergePlan } from './choose-merge.ts';
import {
  type MergedList,
  type MergedSegment,
  MergeOvertakenError,
  putMerged,
  readMerged,
} from './merged-list.ts';
import { decodeMembers } from './segment-codec.ts';
import { readGeneration, readSegments } from './segment-list.ts';
import type { SegmentObjects } from './segment-objects.ts';

export interface MergeDeps extends CommitDeps {
  readonly objects: SegmentObjects;
}

export type MergeOutcome = 'not_due' | 'merged' | 'nothing_to_merge' | 'overtaken';

/** Changes of a tenant's list after which merging is due: readers load that many objects more. */
const DUE_AFTER_CHANGES = 32;

/** Merges a shelf that has changed enough since the last time: for whoever has just changed it. */
export async function mergeWhenDue(deps: MergeDeps, tenant: Tenant): Promise<MergeOutcome> {
  const [generation, before] = await Promise.all([
    readGeneration(deps.table, tenant),
    readMerged(deps.table, tenant),
  ]);
  return generation - before.generation < DUE_AFTER_CHANGES ? 'not_due' : mergeShelf(deps, tenant);
}

/**
 * Copies many small segments of a tenant into few. Search finds the same before, during and after
 * it: what is visible stays in the list of versions, whose own segments stay where they are.
 */
export async function mergeShelf(deps: MergeDeps, tenant: Tenant): Promise<MergeOutcome> {
  const before = await readMerged(deps.table, tenant);
  const generation = await readGeneration(deps.table, tenant);
  const listed = await readSegments(deps.table, tenant);
  const plan = chooseMerge(listed, await readMembers(deps, tenant, before.segments));
  const built = await buildMerged(deps.objects, tenant, listed, plan);
  try {
    await replace(deps, tenant, { ...before, generation }, plan, built);
  } catch (error) {
    if (error instanceof MergeOvertakenError) return 'overtaken';
    throw error;
  }
  return built.length > 0 ? 'merged' : 'nothing_to_merge';
}

const readMembers = ({ objects }: MergeDeps, tenant: Tenant, segments: readonly MergedSegment[]) =>
  Promise.all(
    segments.map(async (merged) => {
      const beginning = await objects.get(tenant, merged.object_key, merged.header_bytes);
      return { merged, members: beginning ? decodeMembers(beginning) : [] };
    }),
  );

/**
 * First the objects are promised to be freed, then written, then listed: whoever dies in between
 * leaves nothing that a later merge does not free. The promise already says of which generation the
 * merge is, so that ingestions which end meanwhile do not begin another one.
 */
async function replace(
  deps: MergeDeps,
  tenant: Tenant,
  before: MergedList,
  { replaced }: MergePlan,
  built: readonly BuiltSegment[],
): Promise<void> {
  const keys = new Set(built.map(({ object_key }) => object_key));
  const gone = new Set(replaced.map(({ object_key }) => object_key));
  const { due, waiting } = splitRetired(deps, before, keys);
  const promised = { ...before, retired: [...due, ...waiting, ...retire(deps, keys)] };
  await write(deps, tenant, putMerged(promised, before));
  for (const { object_key } of due) await deps.objects.delete(tenant, object_key);
  for (const { object_key, bytes } of built) await deps.objects.put(tenant, object_key, bytes);
  const left = before.segments.filter(({ object_key }) => !gone.has(object_key));
  const segments = [...left, ...built.map(({ bytes: _, ...merged }) => merged)];
  const retired = [
    ...waiting,
    ...retire(deps, gone).filter(({ object_key }) => !keys.has(object_key)),
  ];
  const next = { generation: before.generation, segments, retired };
  await write(deps, tenant, putMerged(next, { ...before, revision: before.revision + 1 }));
}

/** Longer than any worker or reader lives that may still come for an object, or still write it. */
const GRACE_MS = 3_600_000;

function splitRetired({ clock }: MergeDeps, { retired }: MergedList, kept: ReadonlySet<string>) {
  const deadline = clock.now().getTime() - GRACE_MS;
  const others = retired.filter(({ object_key }) => !kept.has(object_key));
  const isDue = ({ retired_at }: { retired_at: string }) => Date.parse(retired_at) < deadline;
  return { due: others.filter(isDue), waiting: others.filter((entry) => !isDue(entry)) };
}

const retire = ({ clock }: MergeDeps, keys: ReadonlySet<string>) =>
  [...keys].map((object_key) => ({ object_key, retired_at: clock.now().toISOString() }));

/** No audit trail shows it, because nothing changes for people. */
const NOBODY = { actor: { id: 'shelf' }, correlationId: 'shelf' };

const write = (deps: MergeDeps, tenant: Tenant, put: Put) =>
  commit(
    deps,
    { tenant, ...NOBODY },
    { writes: [put], events: [], audit: [], response: undefined },
  );
