import { sessionAnsweredV1 } from '#events/session-answered.v1.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { AnsweredTurn } from './present-session.ts';
import type { Proposer } from './proposer.ts';
import type { Session } from './session.ts';
import { putSession } from './session-store.ts';
import { step } from './step.ts';
import { type TurnDeps, takeTurn } from './take-turn.ts';
import { putTurn } from './turn-store.ts';
import { understand } from './understand.ts';
import { loadWording } from './wording.ts';

export interface DecideTurnDeps extends TurnDeps {
  readonly clock: Clock;
  readonly proposer: Proposer;
}

/** What a person said in a turn. */
export interface Said {
  readonly text: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * One message, understood and answered on top of the session that was read; whatever was under way in
 * it ends with this turn. @throws InvalidStateError when the session takes no answers
 */
export async function decideTurn(
  deps: DecideTurnDeps,
  caller: Caller,
  read: Session,
  { text, context = {} }: Said,
): Promise<Decision<AnsweredTurn>> {
  const session = { ...read, task_id: null };
  const now = deps.clock.now();
  const at = now.toISOString();
  const wording = await loadWording(session.language);
  const message = { text, context };
  const { moves, proposals } = await understand(deps, caller.tenant, session, wording, message);
  const result = step(session, { wording, at }, { moves, proposals });
  const taken = await takeTurn(deps, caller, result, now);
  const { turn } = taken.session;
  const { reply, citations } = taken;
  const record = { turn, text, at, moves, proposals, reply, citations: [...citations] };
  return {
    writes: [putSession(taken.session, read), putTurn(session.id, record), ...taken.writes],
    events: [sessionAnswered(taken.session, result.changes.length), ...taken.events],
    audit: [{ action: 'session.answered', target: session.id, before: read, after: taken.session }],
    response: taken,
  };
}

const sessionAnswered = (session: Session, slots_filled: number) => ({
  name: sessionAnsweredV1.name,
  data: {
    session_id: session.id,
    owner: session.owner,
    language: session.language,
    type: session.type,
    turn: session.turn,
    slots_filled,
  },
});
