import type { Caller } from '#shared/http/caller.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { Concluded } from './concluded.ts';
import type { DocumentAnswers } from './document-answers.ts';
import type { DraftDocuments } from './draft-documents.ts';
import type { DraftDeps } from './draft-session.ts';
import { handOver } from './hand-over.ts';
import { handOverDraft } from './hand-over-draft.ts';
import { type AnsweredTurn, withQuestions } from './present-session.ts';
import type { Session } from './session.ts';
import type { Effect, StepResult } from './step.ts';
import { loadWording } from './wording.ts';

export interface TurnDeps extends DraftDeps {
  readonly table: Table;
  readonly documents: DocumentAnswers & DraftDocuments;
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
  const { session } = turn;
  switch (effect.kind) {
    case 'search': {
      const { text, citations } = await deps.documents.answer(caller.tenant, effect.query);
      const { say } = await loadWording(session.language);
      const answer = citations.length > 0 ? text : say('answer.not_found');
      return { ...turn, reply: `${answer} ${turn.reply}`, citations };
    }
    case 'escalate': {
      const handed = handOver(deps, session, effect, at);
      const { say } = await loadWording(session.language);
      const ticket = handed.session.escalation?.ticket ?? '';
      return together(turn, { ...handed, reply: say('reply.ticket_number', { ticket }) });
    }
    case 'draft':
      return together(turn, await draft(deps, caller, session, at));
    case 'look_into': {
      const { lookInto } = await import('./look-into.ts');
      return together(turn, await lookInto(deps, caller, session, at));
    }
    case 'record': {
      const { recordWish } = await import('./record-wish.ts');
      return together(turn, recordWish(session, at));
    }
  }
}

/** Maker and checker are loaded for the one turn of a conversation that drafts. */
async function draft(
  deps: TurnDeps,
  caller: Caller,
  session: Session,
  at: Date,
): Promise<Concluded> {
  if (session.type === 'config_update') {
    const { updateSession } = await import('./update-session.ts');
    return updateSession(deps, caller, session, at);
  }
  if (await deps.draftsInQueue?.()) return handOverDraft(deps.ids, caller, session, at);
  const { draftSession } = await import('./draft-session.ts');
  return draftSession(deps, caller, session, at);
}

const together = (turn: TakenTurn, concluded: Concluded): TakenTurn => ({
  ...turn,
  session: concluded.session,
  reply: concluded.reply ? `${turn.reply} ${concluded.reply}` : turn.reply,
  citations: [...turn.citations, ...(concluded.citations ?? [])],
  writes: [...turn.writes, ...concluded.writes],
  events: [...turn.events, ...concluded.events],
});
