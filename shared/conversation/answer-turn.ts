import type { Caller } from '#shared/http/caller.ts';
import { type IdempotentCall, onlyOnce, resultKey } from '#shared/idempotency/only-once.ts';
import type { Decision } from '#shared/store/decision.ts';
import { type AskOnceDeps, askOnce } from './ask-once.ts';
import { callName } from './asking-lock.ts';
import { type DecideTurnDeps, decideTurn, type Said } from './decide-turn.ts';
import { conflictWithNow, findFreeSession } from './own-session.ts';
import type { AnsweredTurn } from './present-session.ts';
import { TURN_PATIENCE_MS, TURN_RESERVE_MS } from './turn-patience.ts';

export type AnswerTurnDeps = DecideTurnDeps & AskOnceDeps;

export interface AnswerTurn extends Said {
  readonly sessionId: string;
  /** The turn the client has seen. */
  readonly turn?: number;
}

/**
 * One message of a conversation: understood, stored and answered in one transaction on top of the turn
 * that was read. Of duplicates one asks a model, if there is one.
 * @throws NotFoundError, TurnConflictError with the current state, InvalidStateError,
 * IdempotencyInProgressError
 */
export async function answerTurn(
  deps: AnswerTurnDeps,
  caller: Caller,
  command: AnswerTurn,
  call?: IdempotentCall,
): Promise<Decision<AnsweredTurn>> {
  const session = await findFreeSession(deps.table, caller, command.sessionId, command.turn);
  const asking = {
    caller,
    session,
    call: call ? callName(call) : deps.ids.uuid(),
    ...(call && { isAnswered: () => isAnswered(deps, caller, call) }),
    leaseMs: TURN_PATIENCE_MS + TURN_RESERVE_MS,
  };
  return askOnce(deps, asking, async () => ({
    ...(await decideTurn(deps, caller, session, command)),
    reconsider: conflictWithNow(deps.table, caller, session),
  }));
}

async function isAnswered(
  { table, clock }: AnswerTurnDeps,
  { tenant }: Caller,
  call: IdempotentCall,
): Promise<boolean> {
  const stored = await table.get(tenant, resultKey(call));
  return onlyOnce(call).earlier(stored, clock.now()) !== undefined;
}
