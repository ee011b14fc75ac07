import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, type Write } from '#shared/store/write.ts';
import { INLINE_CHANGES } from './change-limit.ts';
import { type Changeset, changesetSchema } from './changeset.ts';
import { ChangesetMovedError } from './errors.ts';

/** A revision that another has taken the place of: what it said, and who decided what about it. */
export const pastRevision = changesetSchema
  .pick({
    revision: true,
    revision_hash: true,
    revised: true,
    editors: true,
    changes: true,
    body: true,
    risk: true,
    policy: true,
    decisions: true,
  })
  .extend({ replaced_at: z.iso.datetime() });
export type PastRevision = z.infer<typeof pastRevision>;

/** Revisions sort as text: nobody edits a changeset a million times. */
const REVISION_DIGITS = 6;

const partitionOf = (changesetId: string): string => `REVISIONS#${changesetId}`;

const keyOf = (changesetId: string, revision: number): Key => ({
  partition: partitionOf(changesetId),
  sort: String(revision).padStart(REVISION_DIGITS, '0'),
});

/** Keeps a revision, in the transaction that puts another in its place. */
export const keepRevision = (changeset: Changeset, at: Date): Write => ({
  action: 'put',
  key: keyOf(changeset.id, changeset.revision),
  condition: absent,
  refused: () => new ChangesetMovedError('The changeset was revised at the same time'),
  item: pastRevision.parse({
    ...changeset,
    changes: changeset.changes.slice(0, INLINE_CHANGES),
    replaced_at: at.toISOString(),
  }),
});

/** One revision before the present one. */
export async function findRevision(
  table: Table,
  tenant: Tenant,
  changesetId: string,
  revision: number,
): Promise<PastRevision | undefined> {
  const item = await table.get(tenant, keyOf(changesetId, revision));
  return item && pastRevision.parse(item);
}

/** The revisions before the present one, newest first. */
export async function listRevisions(
  table: Table,
  tenant: Tenant,
  changesetId: string,
  page: { readonly limit: number; readonly after?: string },
) {
  const partition = partitionOf(changesetId);
  const { found, next } = await table.query(tenant, { partition, descending: true, ...page });
  return { revisions: found.map(({ item }) => pastRevision.parse(item)), next };
}
