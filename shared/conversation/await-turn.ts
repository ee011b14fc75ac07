import type { Caller } from '#shared/http/caller.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { findOwnSession } from './own-session.ts';
import { whilePermitted } from './poll-permit.ts';
import type { Session } from './session.ts';

export type AwaitTurnDeps = CommitDeps & { readonly ids: { uuid(): string } };

export interface AwaitTurn {
  readonly sessionId: string;
  /** The last turn the client has seen. @default whichever there is */
  readonly afterTurn?: number;
  readonly waitSeconds: number;
}

/** Pauses between reads: ten reads at most, and twenty seconds together. */
const PAUSES_MS = [250, 500, 1000, 1500, 2000, 2750, 3500, 4000, 4500];

/**
 * The session as soon as there is news in it: a later turn than the client has seen, and nothing under
 * way. After the wait, or at once where too many of the tenant wait already, as it is then. Nothing is
 * held in memory: the table is read again, ever less often. @throws NotFoundError
 */
export async function awaitTurn(
  deps: AwaitTurnDeps,
  caller: Caller,
  command: AwaitTurn,
): Promise<Session> {
  const session = await findOwnSession(deps.table, caller, command.sessionId);
  const seen = command.afterTurn ?? -1;
  if (command.waitSeconds === 0 || hasNews(session, seen)) return session;
  const last = await whilePermitted(deps, caller, command.waitSeconds, () =>
    readAgain(deps, caller, session, seen, command.waitSeconds * 1000),
  );
  return last ?? session;
}

const hasNews = ({ task_id, turn }: Session, seen: number): boolean =>
  task_id === null && turn > seen;

async function readAgain(
  { table, pause }: AwaitTurnDeps,
  caller: Caller,
  first: Session,
  seen: number,
  waitMs: number,
): Promise<Session> {
  let session = first;
  let leftMs = waitMs;
  for (const pauseMs of PAUSES_MS) {
    const worked = session.task_id !== null;
    await pause(Math.min(pauseMs, leftMs));
    leftMs -= pauseMs;
    session = await findOwnSession(table, caller, first.id);
    // What was given up makes no turn, and is news all the same.
    if (hasNews(session, worked ? -1 : seen) || leftMs <= 0) break;
  }
  return session;
}
