import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { equals, type Update } from '#shared/store/write.ts';
import { LIST_HEAD } from '../shelf/segment-list.ts';
import { DATABASE_NAMES } from './vector-database.ts';

/** The shelf, or a database in front of it. */
export const backendName = z.enum(['shelf', ...DATABASE_NAMES]);
export type BackendName = z.infer<typeof backendName>;

/** A move of a tenant's vectors that has begun. While it is recorded, new versions go to both ends. */
const migration = z.object({
  from: backendName,
  to: backendName,
  /** The space that is being added; search does not use it until the switch. */
  space: z.string().nullable(),
  state: z.enum(['copying', 'switched']),
  began_at: z.string(),
});
export type Migration = z.infer<typeof migration>;

const head = z.object({
  generation: z.int().default(0),
  serving: backendName.optional(),
  migration: migration.nullish(),
});

/** Which backend answers for a tenant, as the head of its list says. */
export interface Serving {
  /** Counts every change of what search sees. */
  readonly generation: number;
  /** Undefined where no migration has ever decided it. */
  readonly serving: BackendName | undefined;
  readonly migration: Migration | undefined;
}

export async function readServing(table: Table, tenant: Tenant): Promise<Serving> {
  const found = head.parse((await table.get(tenant, LIST_HEAD)) ?? {});
  return {
    generation: found.generation,
    serving: found.serving,
    migration: found.migration ?? undefined,
  };
}

/** A decision about who serves, held to what was read: one conditional write. */
export function decideServing(
  read: Serving,
  next: { readonly serving?: BackendName | undefined; readonly migration: Migration | null },
): Update {
  const { serving = read.serving } = next;
  return {
    action: 'update',
    key: LIST_HEAD,
    set: {
      ...(serving && { serving }),
      migration: next.migration && { ...next.migration },
    },
    add: { generation: 1 },
    ...(read.generation > 0 && { condition: equals({ generation: read.generation }) }),
  };
}
