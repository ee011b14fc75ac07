import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Decision } from '#shared/store/decision.ts';
import { approvalEscalated, approvalRejected } from './announce.ts';
import { refOf, requireMayDecide } from './personal-decision.ts';
import { isVetoed } from './policy.ts';
import { missingApprovers } from './quorum.ts';
import { decidedBy, type Situation } from './situation.ts';

/**
 * A rejection: the end of the changeset, or a vote that the others may still win.
 * @throws AlreadyDecidedError, NotAnApproverError
 */
export async function reject(situation: Situation): Promise<Decision<Changeset>> {
  const { deps, caller, changeset, command } = situation;
  requireMayDecide(caller, changeset, command);
  const decided = decidedBy(situation, changeset);
  // Where too few are left to approve, waiting would end with the expiry at best.
  const isOver = isVetoed(decided) || (await missingApprovers(deps, caller.tenant, decided));
  return isOver ? endRejected(situation, decided) : keepRejection(situation, decided);
}

/** Hands the decision on to the admins, which decides nothing. @throws AlreadyDecidedError, NotAnApproverError */
export function escalate(situation: Situation): Decision<Changeset> {
  const { deps, caller, changeset, command } = situation;
  requireMayDecide(caller, changeset, command);
  const decided = decidedBy(situation, changeset);
  // The admins know by now; they need not be told again.
  const timers = decided.timers.filter(({ kind }) => kind !== 'escalate');
  const next = revised(decided, { status: 'pending_approval', timers }, deps.clock.now());
  return {
    writes: [putChangeset(next)],
    events: [approvalEscalated(next, refOf(caller), command.reason ?? '')],
    audit: [{ action: 'approval.escalated', target: next.id, before: changeset, after: next }],
    response: next,
  };
}

async function endRejected(
  { deps, caller, changeset, command }: Situation,
  decided: Changeset,
): Promise<Decision<Changeset>> {
  const reason = command.reason ?? '';
  const rejected = revised(decided, { status: 'rejected', reason }, deps.clock.now());
  const effects = await deps.origins.whenReturned(caller.tenant, rejected, reason);
  return {
    writes: [putChangeset(rejected), ...effects.writes],
    events: [approvalRejected(rejected, refOf(caller), reason), ...effects.events],
    audit: [
      { action: 'approval.rejected', target: rejected.id, before: changeset, after: rejected },
    ],
    response: rejected,
  };
}

/** A rejection that the others may still outvote. */
function keepRejection(
  { deps, caller, changeset, command }: Situation,
  decided: Changeset,
): Decision<Changeset> {
  const next = revised(decided, { status: 'pending_approval' }, deps.clock.now());
  return {
    writes: [putChangeset(next)],
    events: [approvalRejected(next, refOf(caller), command.reason ?? '')],
    audit: [{ action: 'approval.rejected', target: next.id, before: changeset, after: next }],
    response: next,
  };
}
