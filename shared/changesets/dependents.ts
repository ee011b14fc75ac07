import { dependentsOf } from '#shared/resources/query-resources.ts';
import { canHaveDependents } from '#shared/resources/references.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { Change } from './change.ts';

/** Ids of the resources that rely on a changed one and are not changed themselves, by its id. */
export type Dependents = ReadonlyMap<string, readonly string[]>;

/** What relies on the resources that the changes update or delete; nothing relies on a new one. */
export async function findDependents(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
): Promise<Dependents> {
  const own = new Set(changes.map(({ entity_id }) => entity_id));
  const reliedOn = changes.filter(
    ({ entity_type, operation }) => operation !== 'create' && canHaveDependents(entity_type),
  );
  const entries = reliedOn.map(async ({ entity_id }) => {
    const found = await dependentsOf(table, tenant, entity_id);
    const others = found.map((resource) => resource.entity_id).filter((id) => !own.has(id));
    return [entity_id, others] as const;
  });
  return new Map(await Promise.all(entries));
}

/** As the assessment of a risk asks for it. */
export const countIn =
  (dependents: Dependents) =>
  (entityId: string): number =>
    dependents.get(entityId)?.length ?? 0;
