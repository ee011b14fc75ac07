import type { Change } from '#shared/changesets/change.ts';
import { toPointer } from '#shared/http/json-pointer.ts';
import { parentsOf } from '#shared/resources/references.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/** A change by which a resource would belong to something that is not there. */
export interface Homeless {
  readonly step: Change;
  /** The site or user that is missing. */
  readonly parent: string;
}

/**
 * What would come to belong to a site or user that is neither in the configuration nor among the
 * changes, or that goes with them. What a resource belongs to already is there as long as it is.
 */
export async function findHomeless(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
): Promise<readonly Homeless[]> {
  const made = new Set(idsOf(changes.filter(({ after }) => after)));
  const joining = changes.flatMap((step) =>
    newParentsOf(step).map((parent): Homeless => ({ step, parent })),
  );
  const wanted = [...new Set(joining.map(({ parent }) => parent))].filter((id) => !made.has(id));
  if (wanted.length === 0) return [];
  const going = new Set(idsOf(changes.filter(({ after }) => !after)));
  const states = await findStates(table, tenant, wanted);
  const gone = new Set(wanted.filter((id, index) => going.has(id) || !states[index]?.data));
  return joining.filter(({ parent }) => gone.has(parent));
}

function newParentsOf({ entity_type, before, after }: Change): readonly string[] {
  const old = parentsOf(entity_type, before);
  return parentsOf(entity_type, after).filter((id) => !old.includes(id));
}

/** Where a change stands in a request, as the path of a pointer. */
export type PlaceOf = (step: Change) => readonly string[];

/** @throws ValidationError with a pointer to every reference that leads nowhere */
export async function requireHomes(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
  placeOf: PlaceOf,
): Promise<void> {
  const homeless = await findHomeless(table, tenant, changes);
  if (homeless.length === 0) return;
  const errors = homeless.map(({ step, parent }) => ({
    pointer: toPointer([...placeOf(step), fieldOf(parent)]),
    detail: `${step.entity_id} needs ${parent}, which is neither there nor among the changes`,
  }));
  throw new ValidationError('The changes refer to what does not exist', errors);
}

const fieldOf = (parent: string): string =>
  parent.startsWith('user:') ? 'assigned_user' : 'site_code';

const idsOf = (steps: readonly Change[]): readonly string[] =>
  steps.map(({ entity_id }) => entity_id);
