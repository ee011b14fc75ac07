import canonicalize from 'canonicalize';
import type { Change } from '#shared/changesets/change.ts';
import type { Obstacle } from '#shared/changesets/changeset.ts';
import { invertChange, invertChanges } from '#shared/changesets/invert-changes.ts';
import { findStates, type ResourceState } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { findOrphans } from './dependents-left.ts';
import { findHomeless, type Homeless } from './homeless.ts';

/** What taking changes back comes to. */
export interface Reversal {
  /** The inverse of what is still as the changes made it, last first. */
  readonly changes: readonly Change[];
  /** What cannot be taken back, each with the reason. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * The changes that take others back, as far as the configuration lets them: what somebody has changed
 * since stays, and so does what others have come to belong to, and what would belong to nothing. What
 * is as it was before already is no change. It is the content that counts: an application that was
 * taken back itself has left its versions, and nothing else.
 */
export async function planReversal(
  table: Table,
  tenant: Tenant,
  applied: readonly Change[],
): Promise<Reversal> {
  const states = await findStates(table, tenant, idsOf(applied));
  const obstacles = applied.flatMap((step, index) => changedSince(step, states[index]));
  let open = applied.flatMap((step, index) => stillAsMade(step, states[index]));
  // What stays may keep something else from going, so it is asked until nothing more stays.
  for (;;) {
    const staying = await findStaying(table, tenant, open.map(invertChange));
    if (staying.length === 0) return { changes: invertChanges(open), obstacles };
    obstacles.push(...staying);
    const ids = new Set(idsOf(staying));
    open = open.filter(({ entity_id }) => !ids.has(entity_id));
  }
}

/** The change as if it had just been made: its inverse is planned on the version of now. */
function stillAsMade(step: Change, now: ResourceState | undefined): readonly Change[] {
  return now && isSame(now.data, step.after) ? [{ ...step, base_version: now.version - 1 }] : [];
}

function changedSince(step: Change, now: ResourceState | undefined): readonly Obstacle[] {
  const data = now?.data ?? null;
  if (isSame(data, step.after) || isSame(data, step.before)) return [];
  const reason = `Changed since, by changeset ${now?.changesetId}`;
  return [{ entity_id: step.entity_id, code: 'changed_since', reason }];
}

const isSame = (one: Change['after'], other: Change['after']): boolean =>
  canonicalize(one) === canonicalize(other);

async function findStaying(
  table: Table,
  tenant: Tenant,
  inverse: readonly Change[],
): Promise<readonly Obstacle[]> {
  const orphans = await findOrphans(table, tenant, inverse);
  const needed = [...orphans].map(([entity_id, ids]): Obstacle => {
    const reason = `Others belong to it: ${ids.slice(0, MAX_NAMED).join(', ')}`;
    return { entity_id, code: 'has_dependents', reason };
  });
  const homeless = await findHomeless(table, tenant, inverse);
  return [...needed, ...homeless.filter(isFirstOfItsStep).map(withoutParent)];
}

/** A resource that lacks both its site and its user is one obstacle. */
const isFirstOfItsStep = ({ step }: Homeless, index: number, all: readonly Homeless[]): boolean =>
  all.findIndex((each) => each.step === step) === index;

/** What would come back to a site or user that is gone. */
const withoutParent = ({ step: { entity_id }, parent }: Homeless): Obstacle => ({
  entity_id,
  code: 'parent_gone',
  reason: `It belongs to ${parent}, which is gone`,
});

const idsOf = (named: readonly { readonly entity_id: string }[]): readonly string[] =>
  named.map(({ entity_id }) => entity_id);

/** So many dependents are named. */
const MAX_NAMED = 20;
