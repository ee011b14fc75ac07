import * as z from 'zod';
import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Put } from '#shared/store/write.ts';

const mergedSegment = z.object({
  object_key: z.string(),
  chunk_count: z.int(),
  /** Bytes from its beginning that tell its members. */
  header_bytes: z.int(),
});
export type MergedSegment = z.infer<typeof mergedSegment>;

/**
 * Which merged segments there are. It says nothing about what search sees: that is the list of
 * versions alone, of which some can be read together here instead of one by one.
 */
const mergedList = z.object({
  /** Whoever changes it names the one that was read. */
  revision: z.int(),
  /** Of the list of versions, when it was last merged. */
  generation: z.int(),
  segments: z.array(mergedSegment),
  /** Objects that were replaced, or promised by a merge that may never have ended. */
  retired: z.array(z.object({ object_key: z.string(), retired_at: z.string() })),
});
export type MergedList = z.infer<typeof mergedList>;

const KEY = { partition: 'SHELF', sort: 'MERGED' } as const;
const NOTHING_MERGED: MergedList = { revision: 0, generation: 0, segments: [], retired: [] };

/** Somebody else merges the same shelf. */
export class MergeOvertakenError extends AppError {
  readonly code = 'invalid_state';
}

export async function readMerged(table: Table, tenant: Tenant): Promise<MergedList> {
  const item = await table.get(tenant, KEY);
  return item ? mergedList.parse(item) : NOTHING_MERGED;
}

/** The list after `before`, by condition: of two who read the same one, one gets through. */
export const putMerged = (next: Omit<MergedList, 'revision'>, before: MergedList): Put => ({
  action: 'put',
  key: KEY,
  item: { ...next, revision: before.revision + 1 },
  condition: before.revision === 0 ? absent : equals({ revision: before.revision }),
  refused: () => new MergeOvertakenError('Another worker merges this shelf'),
});
