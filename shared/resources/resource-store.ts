import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { type ResourceKind, resourceKind } from './resource.ts';

/** A piece of configuration as it is applied (stored and wire shape). */
export const resource = z.object({
  entity_id: z.string(),
  kind: resourceKind,
  data: z.record(z.string(), z.json()),
  version: z.int().min(1),
  changeset_id: z.string(),
  updated_at: z.iso.datetime(),
  /** How many others belong to it. */
  dependents: z.int().min(0).default(0),
});
export type Resource = z.infer<typeof resource>;

/** How a resource stands: what it is, or that it is not there, and its last version; 0 for never. */
export interface ResourceState {
  readonly data: Resource['data'] | null;
  readonly version: number;
  readonly dependents: number;
  /** What brought it here; null for what never was. */
  readonly changesetId: string | null;
}

const NEVER: ResourceState = { data: null, version: 0, dependents: 0, changesetId: null };

/** What a batch of keys may hold. */
const MAX_KEYS = 100;

export const partitionOf = (kind: ResourceKind): string => `RESOURCE#${kind}`;

/** A partition per kind, sorted by natural key: a site's shifts are one range. */
export function resourceKey(entityId: string): Key {
  const [kind = '', ...rest] = entityId.split(':');
  return { partition: partitionOf(resourceKind.parse(kind)), sort: rest.join(':') };
}

/** A deleted resource leaves its version behind, so that another of its name goes on from there. */
export const isLive = (item: Item): boolean => item['deleted'] !== true;

/** In the order of the ids: what changes are planned on. */
export async function findStates(
  table: Table,
  tenant: Tenant,
  entityIds: readonly string[],
): Promise<readonly ResourceState[]> {
  const items = await readItems(table, tenant, entityIds);
  return items.map((item) => (item ? stateOf(item) : NEVER));
}

async function readItems(table: Table, tenant: Tenant, entityIds: readonly string[]) {
  const keys = entityIds.map(resourceKey);
  const starts = Array.from({ length: Math.ceil(keys.length / MAX_KEYS) }, (_, n) => n * MAX_KEYS);
  const read = (start: number) => table.getMany(tenant, keys.slice(start, start + MAX_KEYS));
  return (await Promise.all(starts.map(read))).flat();
}

const tombstone = resource.pick({ version: true, changeset_id: true });

function stateOf(item: Item): ResourceState {
  if (!isLive(item)) {
    const { version, changeset_id: changesetId } = tombstone.parse(item);
    return { ...NEVER, version, changesetId };
  }
  const { data, version, dependents, changeset_id: changesetId } = resource.parse(item);
  return { data, version, dependents, changesetId };
}
