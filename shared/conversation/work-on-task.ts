import type { Logger } from '@aws-lambda-powertools/logger';
import { actorOf, type Caller } from '#shared/http/caller.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import { type AskOnceDeps, askOnce } from './ask-once.ts';
import { type DecideTurnDeps, decideTurn } from './decide-turn.ts';
import { draftSession } from './draft-session.ts';
import { TurnConflictError } from './errors.ts';
import type { Session } from './session.ts';
import { findSession, putSession } from './session-store.ts';
import { askerOf, type TurnTask } from './turn-task.ts';
import { endTask, findTask } from './turn-task-store.ts';

export type WorkOnTaskDeps = AskOnceDeps & Omit<DecideTurnDeps, 'draftsInQueue'>;

export interface TaskAddress {
  readonly sessionId: string;
  readonly taskId: string;
}

/** As long as a worker can run: whoever has not ended by then has crashed. */
const LEASE_MS = 30_000;

/**
 * Does what a turn left to the queue, once: the end of the task is in the transaction of its effect, so
 * a second message, a worker that comes late, or one whose task was given up meanwhile, changes nothing.
 * @throws IdempotencyInProgressError while another message of the task asks a model: it comes again
 * then, because the other may crash
 */
export async function workOnTask(
  deps: WorkOnTaskDeps,
  tenant: Tenant,
  { sessionId, taskId }: TaskAddress,
  log: Logger,
): Promise<void> {
  const task = await findTask(deps.table, tenant, sessionId, taskId);
  const session = await findSession(deps.table, tenant, sessionId);
  if (task?.state !== 'processing' || session?.task_id !== taskId) {
    log.info('nothing left to do', { session_id: sessionId, task_id: taskId });
    return;
  }
  const caller = askerOf(tenant, task);
  const asking = { caller, session, call: taskId, leaseMs: LEASE_MS };
  const decision = await askOnce(deps, asking, () => carryOut(deps, caller, session, task)).catch(
    nothingIfMoved,
  );
  if (!decision) return;
  const { writes, events, audit } = decision;
  const actor = { ...actorOf(caller), via: 'queue/conversation-turn' };
  await commit(
    deps,
    { tenant, actor, correlationId: caller.correlationId },
    {
      writes: [...writes, endTask(task, 'done')],
      events,
      audit,
      response: undefined,
      reconsider: async () => justAnswer(undefined),
    },
  );
}

/** Another message of the same task has ended it between our reading and our asking. */
function nothingIfMoved(error: unknown): undefined {
  if (!(error instanceof TurnConflictError)) throw error;
}

const carryOut = (
  deps: WorkOnTaskDeps,
  caller: Caller,
  session: Session,
  { work }: TurnTask,
): Promise<Decision<unknown>> =>
  work.kind === 'answer'
    ? decideTurn(deps, caller, session, work)
    : finishDraft(deps, caller, session);

/** The draft at the end of a turn that was answered already. */
async function finishDraft(
  deps: WorkOnTaskDeps,
  caller: Caller,
  read: Session,
): Promise<Decision<Session>> {
  const free = { ...read, task_id: null };
  const { session, writes, events } = await draftSession(deps, caller, free, deps.clock.now());
  return {
    writes: [putSession(session, read), ...writes],
    events,
    audit: [{ action: 'session.drafted', target: read.id, before: read, after: session }],
    response: session,
  };
}
