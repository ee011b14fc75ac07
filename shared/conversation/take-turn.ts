import { sessionEscalatedV1 } from '#events/session-escalated.v1.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import type { DraftDeps } from './draft-session.ts';
import { handOverDraft } from './hand-over-draft.ts';
import { escalate } from './lifecycle.ts';
import { type AnsweredTurn, withQuestions } from './present-session.ts';
import type { Session } from './session.ts';
import { releaseActive } from './session-store.ts';
import type { Effect, StepResult } from './step.ts';

/** What the tenant's documents say to a question that comes up in mid-conversation. */
export interface DocumentAnswers {
  answer(tenant: Tenant, question: string): Promise<DocumentAnswer>;
}

export interface DocumentAnswer {
  readonly text: string;
  readonly citations: AnsweredTurn['citations'];
}

export interface TurnDeps extends DraftDeps {
  readonly documents: DocumentAnswers;
  readonly ids: { uuid(): string };
  /** Whether drafting takes longer than a request may and is left to the queue. @default never */
  readonly draftsInQueue?: () => Promise<boolean>;
}

/** A turn with everything its effects asked for. */
export interface TakenTurn extends AnsweredTurn {
  readonly writes: readonly Write[];
  readonly events: readonly DomainEvent[];
}

/** Carries out what a step asked for: answers from documents, hands over to a person, drafts. */
export async function takeTurn(
  deps: TurnDeps,
  caller: Caller,
  result: StepResult,
  at: Date,
): Promise<TakenTurn> {
  let turn: TakenTurn = {
    session: result.session,
    questions: result.questions,
    reply: result.reply.text,
    citations: [],
    writes: [],
    events: [],
  };
  for (const effect of result.effects) turn = await carryOut(deps, caller, turn, effect, at);
  return { ...turn, ...(await withQuestions(turn.session)) };
}

async function carryOut(
  deps: TurnDeps,
  caller: Caller,
  turn: TakenTurn,
  effect: Effect,
  at: Date,
): Promise<TakenTurn> {
  switch (effect.kind) {
    case 'search': {
      const { text, citations } = await deps.documents.answer(caller.tenant, effect.query);
      return { ...turn, reply: `${text} ${turn.reply}`, citations };
    }
    case 'escalate':
      return together(turn, handOver(deps, turn.session, effect, at));
    case 'draft':
      return together(
        turn,
        (await deps.draftsInQueue?.())
          ? handOverDraft(deps.ids, caller, turn.session, at)
          : await draft(deps, caller, turn.session, at),
      );
  }
}

/** Maker and checker are loaded for the one turn of a conversation that drafts. */
async function draft(deps: TurnDeps, caller: Caller, session: Session, at: Date): Promise<Carried> {
  const { draftSession } = await import('./draft-session.ts');
  return draftSession(deps, caller, session, at);
}

type Carried = Pick<TakenTurn, 'session' | 'writes' | 'events'>;

const together = (turn: TakenTurn, { session, writes, events }: Carried): TakenTurn => ({
  ...turn,
  session,
  writes: [...turn.writes, ...writes],
  events: [...turn.events, ...events],
});

export interface HandOver {
  readonly reason: string;
  readonly urgency: 'low' | 'medium' | 'high';
  /** What the person's application knew, for whoever takes over. */
  readonly contextSnapshot?: Session['client_context'];
}

/** Gives the conversation a ticket and asks a person to go on with it. */
export function handOver(
  { ids }: Pick<TurnDeps, 'ids'>,
  session: Session,
  { reason, urgency, contextSnapshot }: HandOver,
  at: Date,
): Carried {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '');
  // The end of a UUID is its random part, whatever its version.
  const ticket = `ESC-${day}-${ids.uuid().slice(-8)}`;
  const escalated = escalate(session, {
    ticket,
    reason,
    urgency,
    at: at.toISOString(),
    ...(contextSnapshot && { context_snapshot: contextSnapshot }),
  });
  const { id: session_id, owner, language, type } = session;
  return {
    session: escalated,
    writes: releaseActive(session),
    events: [
      {
        name: sessionEscalatedV1.name,
        data: { session_id, owner, language, type, ticket, reason, urgency },
      },
    ],
  };
}
