import { membershipWrites } from '#shared/resources/membership.ts';
import { canHaveDependents, parentsOf } from '#shared/resources/references.ts';
import { recordVersion } from '#shared/resources/resource-history.ts';
import { resourceKey } from '#shared/resources/resource-store.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Item } from '#shared/store/item.ts';
import { absent, equals, type Update, type Write } from '#shared/store/write.ts';
import { type Change, fieldsChanged } from './change.ts';
import type { PersonRef } from './changeset.ts';
import { DependentsLeftError, StaleChangesetError } from './errors.ts';

export interface Application {
  readonly changesetId: string;
  readonly changes: readonly Change[];
  readonly at: Date;
  readonly requestedBy: PersonRef;
  readonly approvedBy: readonly PersonRef[];
  /** Who else's values are among them. */
  readonly editedBy: readonly PersonRef[];
}

/**
 * The writes that make the configuration what the changes say: each on the version it was planned on,
 * with its line of history. Whatever others belong to counts them, so that nothing can be added to a
 * site that goes, nor a site go to which something was added meanwhile.
 */
export function applyChanges(application: Application): readonly Write[] {
  const { changes } = application;
  const joining = countJoining(changes);
  const written = new Set(changes.map(({ entity_id }) => entity_id));
  const others = [...joining].filter(([id, count]) => count !== 0 && !written.has(id));
  return [
    ...changes.map((step) => applyChange(step, joining.get(step.entity_id) ?? 0, application)),
    ...changes.map((step) => recordChange(step, application)),
    ...changes.flatMap(({ entity_id, entity_type, before, after }) =>
      membershipWrites(entity_id, entity_type, before, after),
    ),
    ...others.map(([id, count]) => countOn(id, count)),
  ];
}

/** By id of a site or user: how many more belong to it afterwards; less than zero for fewer. */
function countJoining(changes: readonly Change[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string, amount: number) => counts.set(id, (counts.get(id) ?? 0) + amount);
  for (const { entity_type, before, after } of changes) {
    for (const id of parentsOf(entity_type, before)) add(id, -1);
    for (const id of parentsOf(entity_type, after)) add(id, 1);
  }
  return counts;
}

function applyChange(step: Change, joining: number, application: Application): Write {
  const { entity_id, base_version, after, before } = step;
  if (!after) return bury(step, joining, application);
  const guarded = guardOf(entity_id, base_version);
  const item = { ...stampOf(step, application), data: after, deleted: false };
  if (!canHaveDependents(step.entity_type)) return { action: 'put', ...guarded, item };
  if (!before) return { action: 'put', ...guarded, item: { ...item, dependents: joining } };
  return { action: 'update', ...guarded, set: item, ...counting(joining) };
}

/** A deleted resource leaves its version: whatever comes under its name goes on from there. */
function bury(step: Change, joining: number, application: Application): Write {
  const { entity_id, entity_type, base_version: version } = step;
  return {
    action: 'put',
    key: resourceKey(entity_id),
    condition: equals({
      version,
      ...(canHaveDependents(entity_type) && { dependents: 0 - joining }),
    }),
    refused: (existing) => whyNotDeleted(entity_id, version, existing),
    item: { ...stampOf(step, application), deleted: true },
  };
}

const guardOf = (entityId: string, version: number) => ({
  key: resourceKey(entityId),
  condition: version === 0 ? absent : equals({ version }),
  refused: () => new StaleChangesetError([entityId]),
});

const whyNotDeleted = (entityId: string, version: number, existing: Item | undefined) =>
  existing?.['version'] === version
    ? new DependentsLeftError(entityId)
    : new StaleChangesetError([entityId]);

const stampOf = ({ entity_id, entity_type, base_version }: Change, by: Application) => ({
  entity_id,
  kind: entity_type,
  version: base_version + 1,
  changeset_id: by.changesetId,
  updated_at: by.at.toISOString(),
});

const recordChange = (step: Change, by: Application): Write =>
  recordVersion({
    entity_id: step.entity_id,
    version: step.base_version + 1,
    operation: step.operation,
    changeset_id: by.changesetId,
    at: by.at.toISOString(),
    requested_by: { user_id: by.requestedBy.user_id, email: by.requestedBy.email },
    approved_by: [...by.approvedBy],
    edited_by: [...by.editedBy],
    fields_changed: [...fieldsChanged(step.before, step.after)],
  });

const counting = (joining: number): Pick<Update, 'add'> =>
  joining === 0 ? {} : { add: { dependents: joining } };

/** Something comes to, or leaves, a site or user that the changes leave alone. */
const countOn = (parentId: string, joining: number): Write => ({
  action: 'update',
  key: resourceKey(parentId),
  condition: equals({ deleted: false }),
  refused: () => missing(parentId),
  ...counting(joining),
});

const missing = (parentId: string) =>
  new ValidationError(`The changes need ${parentId}, which does not exist`, [
    { pointer: '/changes', detail: `${parentId} is neither there nor among the changes` },
  ]);
