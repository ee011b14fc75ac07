import type { Change } from '#shared/changesets/change.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { type Modifications, modifyChanges } from '#shared/changesets/edit-changes.ts';
import { removeChanges } from '#shared/changesets/select-changes.ts';
import { idOfWanted, planChanges, type WantedChange } from '#shared/changesets/wanted-changes.ts';
import type { Caller } from '#shared/http/caller.ts';
import { parentsOf } from '#shared/resources/references.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { ApprovalDeps } from './deps.ts';
import { expireInstead, hasExpired } from './expire-changeset.ts';
import { type PlaceOf, requireHomes } from './homeless.ts';
import { newRevision } from './new-revision.ts';
import { byId, isUnseen, policyFor, requireFound, unseen } from './open-changeset.ts';
import { refOf } from './personal-decision.ts';
import { putRevision } from './put-revision.ts';
import { requireUndecided } from './require-undecided.ts';

/** What somebody makes of the changes of a changeset, in this order. */
export interface Edit {
  /** Ids of resources whose changes are left out. */
  readonly removals: readonly string[];
  /** New values by id of the resource. */
  readonly modifications: Modifications;
  readonly additions: readonly WantedChange[];
}

export const hasEdits = ({ removals, modifications, additions }: Edit): boolean =>
  removals.length + additions.length + Object.keys(modifications).length > 0;

export interface EditChangeset extends Edit {
  readonly changesetId: string;
  /** The revision the person saw; the edit of another one is refused. */
  readonly revisionHash?: string;
}

/**
 * A new revision by somebody who does not decide: the state stays, earlier decisions are void, and the
 * person's own word counts for nothing from now on.
 * @throws NotFoundError, AlreadyDecidedError, StaleChangesetError, RevisionMismatchError,
 * ValidationError, PolicyUnsatisfiableError
 */
export async function editChangeset(
  deps: ApprovalDeps,
  caller: Caller,
  command: EditChangeset,
): Promise<Decision<Changeset>> {
  const { tenant } = caller;
  const found = await findOpen(deps, caller, command);
  const at = deps.clock.now();
  if (hasExpired(found, at)) return expireInstead(deps, tenant, found, at);
  const changes = await editedChanges(deps.table, tenant, found.changes, command);
  if (contentHash(changes) === contentHash(found.changes)) return justAnswer(found);
  const settings = await policyFor(deps, tenant, found);
  const revision = { changes, settings, kind: 'edit', by: refOf(caller), byValue: true } as const;
  const next = await newRevision(deps, tenant, found, revision);
  await requireHomes(deps.table, tenant, changes, placeIn(command));
  return {
    ...(await putRevision(deps, tenant, found, next)),
    reconsider: async (refusal) => {
      if (refusal instanceof ValidationError) throw refusal;
      return editChangeset(deps, caller, command);
    },
  };
}

/** The changeset with all of its changes, as the person saw it. */
export async function findOpen(
  deps: Pick<ApprovalDeps, 'table' | 'bodies'>,
  caller: Caller,
  { changesetId, revisionHash }: Pick<EditChangeset, 'changesetId' | 'revisionHash'>,
): Promise<Changeset> {
  const found = await requireFound(byId(deps, caller, changesetId));
  await requireUndecided(deps, caller.tenant, found);
  if (isUnseen(found, revisionHash)) throw unseen(found);
  return wholeChangeset(deps.bodies, caller.tenant, found);
}

/** @throws ValidationError for what is not in the changeset, does not fit, or is in it twice */
export async function editedChanges(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
  { removals, modifications, additions }: Edit,
): Promise<readonly Change[]> {
  const left = removeChanges(changes, removals);
  const modified = modifyChanges(left, modifications, ({ entity_id }) => entity_id);
  const added = await planChanges(table, tenant, additions, 'additions');
  const there = new Set(modified.map(({ entity_id }) => entity_id));
  refuse(
    added.filter(({ entity_id }) => there.has(entity_id)),
    ({ entity_id }) => `${entity_id} is in the changeset already; modify it instead`,
  );
  const next = [...modified, ...added];
  refuse(
    next.length === 0 ? changes.slice(0, 1) : [],
    () => 'nothing remains; withdraw it instead',
  );
  return next;
}

/** What the edit adds or modifies stands there in the request; the rest was in the changeset before. */
const placeIn =
  ({ additions, modifications }: Edit): PlaceOf =>
  ({ entity_id, entity_type, after }) => {
    const added = additions.findIndex((wanted) => idOfWanted(wanted) === entity_id);
    if (added >= 0) return ['additions', String(added), 'data'];
    // A new resource that is put on another site has another id by now.
    const parents = parentsOf(entity_type, after);
    const modified = Object.entries(modifications).find(
      ([id, values]) =>
        id === entity_id || parentsOf(entity_type, values).some((each) => parents.includes(each)),
    );
    return modified ? ['modifications', modified[0]] : ['changes', entity_id];
  };

function refuse(steps: readonly Change[], why: (step: Change) => string): void {
  if (steps.length === 0) return;
  const errors = steps.map((step) => ({ pointer: '/additions', detail: why(step) }));
  throw new ValidationError('The edit does not fit the changeset', errors);
}
