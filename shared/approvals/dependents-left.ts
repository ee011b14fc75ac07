import type { Change } from '#shared/changesets/change.ts';
import { findDependents } from '#shared/changesets/dependents.ts';
import { DependentsLeftError } from '#shared/changesets/errors.ts';
import { dependentsOf } from '#shared/resources/query-resources.ts';
import { canHaveDependents } from '#shared/resources/references.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/** So many dependents are named. */
const MAX_NAMED = 100;

/** What would lose its site or user by the changes: nobody is asked about what could not be applied. */
export async function findOrphans(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const deletes = changes.filter(
    ({ operation, entity_type }) => operation === 'delete' && canHaveDependents(entity_type),
  );
  if (deletes.length === 0) return new Map();
  const dependents = await findDependents(table, tenant, changes);
  const lost = deletes.map(
    ({ entity_id }) => [entity_id, dependents.get(entity_id) ?? []] as const,
  );
  return new Map(lost.filter(([, ids]) => ids.length > 0));
}

/** @throws DependentsLeftError with the list of those that would be left */
export async function requireNoOrphans(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
): Promise<void> {
  const [first] = await findOrphans(table, tenant, changes);
  if (first) throw leftBehind(...first);
}

/** The refusal of a delete, with what has come to belong to it meanwhile. */
export async function naming(
  table: Table,
  tenant: Tenant,
  { entityId }: DependentsLeftError,
): Promise<DependentsLeftError> {
  const found = await dependentsOf(table, tenant, entityId);
  return leftBehind(
    entityId,
    found.map(({ entity_id }) => entity_id),
  );
}

const leftBehind = (entityId: string, dependents: readonly string[]) =>
  new DependentsLeftError(entityId, { dependents: dependents.slice(0, MAX_NAMED) });
