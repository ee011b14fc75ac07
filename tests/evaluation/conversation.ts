import { proposeFromContext } from '#shared/conversation/context-proposer.ts';
import { proposeByRules } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { newSession, type Session } from '#shared/conversation/session.ts';
import { openDialogue, type StepResult, step } from '#shared/conversation/step.ts';
import { suggestTeam } from '#shared/recommendations/suggest-team.ts';
import type { Dialogue } from './dialogue.ts';

const AT = '2026-01-05T09:00:00.000Z';

/** Holds a conversation through the pure engine, without a network or a store. */
export class Conversation {
  #last: StepResult;
  questionsAsked = 0;

  constructor({ id, language, type, start }: Pick<Dialogue, 'id' | 'language' | 'type' | 'start'>) {
    const clientContext = start.client_context ?? {};
    const blank = newSession({ id, owner: 'tester', language, type, clientContext, at: AT });
    const heard = start.initial_input ? propose(blank, start.initial_input) : [];
    const proposals = [...proposeFromContext(clientContext), ...heard];
    this.#last = openDialogue(blank, { text: start.initial_input }, proposals);
  }

  get result(): StepResult {
    return this.#last;
  }

  get session(): Session {
    return this.#last.session;
  }

  get isOver(): boolean {
    return this.session.state === 'generating';
  }

  say(text: string): StepResult {
    if (this.#last.questions.length > 0) this.questionsAsked += 1;
    this.#last = step(this.session, { text, at: AT }, propose(this.session, text));
    return this.#last;
  }
}

const propose = (session: Session, text: string) =>
  proposeByRules({
    text,
    language: session.language,
    slots: session.slots,
    pending: session.pending,
    touched: session.touched,
    suggested: suggestTeam(session.slots),
  });
