import * as z from 'zod';
import { type Changeset, changesetSchema } from '#shared/changesets/changeset.ts';
import { changesetKey } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';

const entry = z.object({ changeset_id: z.string() });

const partitionOf = (userId: string): string => `DECIDED#${userId.replaceAll('#', '-')}`;

/** Remembers, for the person, what they have decided about; once however often. */
export const recordDecided = ({ userId }: Caller, { id }: Changeset): Write => ({
  action: 'put',
  key: { partition: partitionOf(userId), sort: id },
  item: { changeset_id: id },
});

/** The changesets that a person has decided about, the newest first. */
export async function listDecided(
  table: Table,
  { tenant, userId }: Caller,
  page: { readonly limit: number; readonly after?: string },
) {
  const partition = partitionOf(userId);
  const { found, next } = await table.query(tenant, { partition, descending: true, ...page });
  const keys = found.map(({ item }) => changesetKey(entry.parse(item).changeset_id));
  const items = keys.length > 0 ? await table.getMany(tenant, keys) : [];
  return { changesets: items.flatMap((item) => (item ? changesetSchema.parse(item) : [])), next };
}
