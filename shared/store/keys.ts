import type { Tenant } from '#shared/runtime/tenant.ts';
import type { IndexKeys, Key } from './item.ts';

/** The only place where a tenant becomes part of a key. */
export const partitionOf = (tenant: Tenant, partition: string): string =>
  `TENANT#${tenant}#${partition}`;

export const itemKey = (tenant: Tenant, key: Key) => ({
  PK: partitionOf(tenant, key.partition),
  SK: key.sort,
});

/** The attributes that put an item into the indexes; those of `due` carry no tenant in the key. */
export const indexAttributes = (tenant: Tenant, index: IndexKeys = {}) => ({
  ...(index.inbox && {
    inbox_pk: partitionOf(tenant, index.inbox.partition),
    inbox_sk: index.inbox.sort,
  }),
  ...(index.due && { due_pk: duePartition(index.due.queue), due_sk: index.due.at }),
});

export const duePartition = (queue: string): string => `DUE#${queue}`;

/** Key and index attributes: bookkeeping of the table, never part of an item as its concept sees it. */
export const BOOKKEEPING = [
  'PK',
  'SK',
  'inbox_pk',
  'inbox_sk',
  'due_pk',
  'due_sk',
  'expires_at',
] as const;

/** Splits a partition key back into tenant and partition; undefined for anything else. */
export function readPartition(value: string) {
  const match = /^TENANT#([^#]+)#(.+)$/.exec(value);
  const [, tenant, partition] = match ?? [];
  return tenant && partition ? { tenant, partition } : undefined;
}
