import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Page, Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';

const person = z.object({ user_id: z.string(), email: z.string() });

/** One version of a resource: how it came to be (stored and wire shape). */
export const historyEntry = z.object({
  entity_id: z.string(),
  version: z.int().min(1),
  operation: z.enum(['create', 'update', 'delete']),
  changeset_id: z.string(),
  at: z.iso.datetime(),
  requested_by: person,
  approved_by: z.array(person),
  /** Who else put values into what was applied. */
  edited_by: z.array(person).default([]),
  fields_changed: z.array(z.object({ field: z.string(), old: z.json(), new: z.json() })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Versions sort as text: ten digits are more than anybody will ever make. */
const VERSION_DIGITS = 10;

const partitionOf = (entityId: string): string => `HISTORY#${entityId}`;

/** Written in the transaction that makes the version. */
export const recordVersion = (entry: HistoryEntry): Write => ({
  action: 'put',
  key: {
    partition: partitionOf(entry.entity_id),
    sort: String(entry.version).padStart(VERSION_DIGITS, '0'),
  },
  item: entry,
});

/** What became of a resource, newest first; of one that is gone, too. */
export const queryHistory = (
  table: Table,
  tenant: Tenant,
  entityId: string,
  page: { readonly limit: number; readonly after?: string },
): Promise<Page> =>
  table.query(tenant, { partition: partitionOf(entityId), descending: true, ...page });
