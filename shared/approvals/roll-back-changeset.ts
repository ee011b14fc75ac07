import type { Change } from '#shared/changesets/change.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset, ChangesetStatus, Obstacle } from '#shared/changesets/changeset.ts';
import { countIn, type Dependents, findDependents } from '#shared/changesets/dependents.ts';
import { ChangesetMovedError, StaleChangesetError } from '#shared/changesets/errors.ts';
import type { Caller } from '#shared/http/caller.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { ApprovalDeps } from './deps.ts';
import { byId, isUnseen, requireFound, unseen } from './open-changeset.ts';
import { claimRollBack, requireNoOpenRollBack } from './open-roll-back.ts';
import { planReversal } from './plan-reversal.ts';
import { proposeChangeset } from './propose-changeset.ts';
import { submitChangeset } from './submit-changeset.ts';

export interface RollBackDeps extends ApprovalDeps {
  readonly ids: { uuid(): string };
}

export interface RollBackChangeset {
  readonly changesetId: string;
  readonly reason?: string;
  /** Takes back what can be, where not everything can. @default false */
  readonly partial?: boolean;
  /** Of the dry run that was seen; another plan is refused. */
  readonly revisionHash?: string;
}

/** How much hangs on what is taken back: nothing, up to five resources, or more. */
type Complexity = 'simple' | 'moderate' | 'complex';

export interface PlannedRollBack {
  readonly changeset: Changeset;
  readonly complexity: Complexity;
  /** What cannot be taken back: changed by others since, or others belong to it. */
  readonly obstacles: readonly Obstacle[];
}

const MODERATE_DEPENDENTS = 5;
/** States in which something of a changeset is in the configuration. */
const REVERSIBLE: readonly ChangesetStatus[] = ['applied', 'partially_rolled_back', 'failed'];
/** So many obstacles are kept with the roll-back. */
const MAX_OBSTACLES = 100;

/** The changeset that would take another one back. @throws NotFoundError, InvalidStateError */
export async function planRollBack(
  deps: RollBackDeps,
  caller: Caller,
  command: RollBackChangeset,
): Promise<PlannedRollBack> {
  const target = await findTarget(deps, caller, command);
  const { changes, obstacles } = await planReversal(deps.table, caller.tenant, target.changes);
  const dependents = await findDependents(deps.table, caller.tenant, changes);
  const changeset = await propose(deps, caller, { target, changes, obstacles, dependents });
  return {
    changeset: { ...changeset, reason: command.reason ?? null },
    complexity: complexityOf(dependents),
    obstacles,
  };
}

async function findTarget(
  deps: RollBackDeps,
  caller: Caller,
  { changesetId }: RollBackChangeset,
): Promise<Changeset> {
  const target = await requireFound(byId(deps, caller, changesetId));
  if (!REVERSIBLE.includes(target.status))
    throw new InvalidStateError(`A changeset that is ${target.status} cannot be rolled back`);
  return wholeChangeset(deps.bodies, caller.tenant, target);
}

interface Inverse {
  readonly target: Changeset;
  readonly changes: readonly Change[];
  readonly obstacles: readonly Obstacle[];
  readonly dependents: Dependents;
}

async function propose(
  { ids, policies, clock }: RollBackDeps,
  { tenant, userId, email }: Caller,
  { target, changes, obstacles, dependents }: Inverse,
): Promise<Changeset> {
  return proposeChangeset(
    {
      id: ids.uuid(),
      title: `Roll back: ${target.title}`,
      origin: 'rollback',
      rollback_of: target.id,
      rollback: { from: target.status, leaves: obstacles.slice(0, MAX_OBSTACLES) },
      session_id: target.session_id,
      requester: { user_id: userId, email, may_approve: true },
      changes,
      at: clock.now(),
      dependentsOf: countIn(dependents),
    },
    await policies.current(tenant),
  );
}

/**
 * Takes a changeset back by its inverse, under the same policy as any other change. Where not all of
 * it can be, only if that is wanted; the rest can be tried again. One at a time.
 * @throws NotFoundError, RevisionMismatchError, StaleChangesetError or InvalidStateError with what cannot be taken back
 */
export async function rollBackChangeset(
  deps: RollBackDeps,
  caller: Caller,
  command: RollBackChangeset,
): Promise<Decision<PlannedRollBack>> {
  const [plan, last] = await Promise.all([
    planRollBack(deps, caller, command),
    requireNoOpenRollBack(deps.table, caller.tenant, command.changesetId),
  ]);
  requirePossible(plan, command);
  if (isUnseen(plan.changeset, command.revisionHash)) throw unseen(plan.changeset);
  const settings = await deps.policies.current(caller.tenant);
  const decision = await submitChangeset(deps, caller, plan.changeset, settings);
  return {
    ...decision,
    writes: [...decision.writes, claimRollBack(command.changesetId, decision.response.id, last)],
    response: { ...plan, changeset: decision.response },
    reconsider: async (refusal) => {
      if (refusal instanceof ChangesetMovedError) throw refusal;
      await deps.policies.fresh(caller.tenant);
      return rollBackChangeset(deps, caller, command);
    },
  };
}

function requirePossible(
  { changeset, obstacles }: PlannedRollBack,
  { partial }: RollBackChangeset,
) {
  const details = { obstacles: obstacles.slice(0, MAX_OBSTACLES) };
  const isEmpty = changeset.changes.length === 0;
  if (!isEmpty && (obstacles.length === 0 || partial)) return;
  const blockers = details.obstacles.map(({ entity_id }) => entity_id);
  if (obstacles.some(({ code }) => code === 'changed_since'))
    throw new StaleChangesetError(blockers, details);
  const what = isEmpty ? 'Nothing' : 'Not all';
  throw new InvalidStateError(`${what} of the changeset can be taken back`, {
    ...details,
    blockers,
  });
}

function complexityOf(dependents: Dependents): Complexity {
  const count = [...dependents.values()].flat().length;
  if (count === 0) return 'simple';
  return count <= MODERATE_DEPENDENTS ? 'moderate' : 'complex';
}
