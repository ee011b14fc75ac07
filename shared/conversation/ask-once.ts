import type { Caller } from '#shared/http/caller.ts';
import { IdempotencyInProgressError } from '#shared/idempotency/only-once.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import { type AskingLock, releaseLock, takeLock } from './asking-lock.ts';
import { TurnConflictError } from './errors.ts';
import { conflictWithNow } from './own-session.ts';
import type { Session } from './session.ts';
import { findSession } from './session-store.ts';

export interface AskOnceDeps extends CommitDeps {
  readonly ids: { uuid(): string };
  /** Whether a model is asked in turns; without one nothing is locked. @default never */
  readonly asksModel?: () => Promise<boolean>;
}

/** A turn in which a model may be asked. */
export interface Asking {
  readonly caller: Caller;
  /** The session as it was read. */
  readonly session: Session;
  /** The same for duplicates of one call. */
  readonly call: string;
  /** Whether a duplicate of the call was answered already. @default never */
  readonly isAnswered?: () => Promise<boolean>;
  /** How long a model may take in it; after that somebody else may ask. */
  readonly leaseMs: number;
}

/**
 * Decides a turn while nobody else asks a model in it, because an answer costs money and no transaction
 * takes that back. The lock is given back in the transaction of the turn; a holder that crashed loses
 * it by time, and one that comes late has no effect.
 * @throws IdempotencyInProgressError to a duplicate, TurnConflictError with the current state to others
 */
export async function askOnce<Response>(
  deps: AskOnceDeps,
  asking: Asking,
  decide: () => Promise<Decision<Response>>,
): Promise<Decision<Response>> {
  if (!(await deps.asksModel?.())) return decide();
  const lock = lockFor(deps, asking);
  await take(deps, asking, lock);
  try {
    await requireOpen(deps, asking);
    return holding(deps, asking, lock, await decide());
  } catch (error) {
    await giveBack(deps, asking, lock);
    throw error;
  }
}

const lockFor = ({ ids, clock }: AskOnceDeps, { session, call, leaseMs }: Asking): AskingLock => ({
  sessionId: session.id,
  turn: session.turn,
  owner: ids.uuid(),
  call,
  takenAt: clock.now(),
  leaseMs,
});

const take = (deps: AskOnceDeps, { caller, session }: Asking, lock: AskingLock) =>
  write(deps, caller, takeLock(lock), conflictWithNow(deps.table, caller, session));

/** Whoever had the lock before may have done it all: then there is nothing to ask a model for. */
async function requireOpen(
  { table }: AskOnceDeps,
  { caller, session: read, isAnswered }: Asking,
): Promise<void> {
  const [now, answered] = await Promise.all([
    findSession(table, caller.tenant, read.id),
    isAnswered?.(),
  ]);
  if (answered) throw new IdempotencyInProgressError(1);
  if (now?.turn === read.turn && now.state === read.state && now.task_id === read.task_id) return;
  await conflictWithNow(table, caller, read)(new TurnConflictError(read.turn, read.turn));
}

const holding = <Response>(
  deps: AskOnceDeps,
  asking: Asking,
  lock: AskingLock,
  decision: Decision<Response>,
): Decision<Response> => ({
  ...decision,
  writes: [...decision.writes, releaseLock(lock)],
  reconsider: async (refusal) => {
    await giveBack(deps, asking, lock);
    if (!decision.reconsider) throw refusal;
    return decision.reconsider(refusal);
  },
});

/** A lock that cannot be given back, or is somebody else's by now, ends by itself. */
const giveBack = (deps: AskOnceDeps, { caller }: Asking, lock: AskingLock): Promise<void> =>
  write(deps, caller, releaseLock(lock), async () => justAnswer(undefined)).catch(() => undefined);

async function write(
  deps: AskOnceDeps,
  { tenant, userId, correlationId }: Caller,
  one: Write,
  reconsider: NonNullable<Decision<undefined>['reconsider']>,
): Promise<void> {
  const decision = { writes: [one], events: [], audit: [], response: undefined, reconsider };
  await commit(deps, { tenant, actor: { id: userId }, correlationId }, decision);
}
