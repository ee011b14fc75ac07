import { proposeFromContext } from '#shared/conversation/context-proposer.ts';
import { type Heard, proposerInput } from '#shared/conversation/hear.ts';
import { NO_MOVES } from '#shared/conversation/moves.ts';
import { GRAMMAR_LANGUAGES } from '#shared/conversation/rule-proposer/languages.ts';
import { loadRules } from '#shared/conversation/rule-proposer/load-rules.ts';
import { newSession, type Session } from '#shared/conversation/session.ts';
import { openDialogue, type StepResult, step } from '#shared/conversation/step.ts';
import { loadWording } from '#shared/conversation/wording.ts';
import type { Dialogue } from './dialogue.ts';

const AT = '2026-01-05T09:00:00.000Z';

const SPOKEN = new Map(
  await Promise.all(
    GRAMMAR_LANGUAGES.map(async (language) => {
      const [rules, wording] = await Promise.all([loadRules(language), loadWording(language)]);
      return [language, { rules, wording }] as const;
    }),
  ),
);

/** Holds a conversation through the pure engine, without a network or a store. */
export class Conversation {
  #last: StepResult;
  questionsAsked = 0;

  constructor({ id, language, type, start }: Pick<Dialogue, 'id' | 'language' | 'type' | 'start'>) {
    const clientContext = start.client_context ?? {};
    const blank = newSession({ id, owner: 'tester', language, type, clientContext, at: AT });
    const { moves, proposals } = start.initial_input
      ? hear(blank, start.initial_input)
      : { moves: NO_MOVES, proposals: [] };
    const said = [...proposeFromContext(clientContext), ...proposals];
    this.#last = openDialogue(blank, spoken(blank).wording, { moves, proposals: said });
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
    const { wording } = spoken(this.session);
    this.#last = step(this.session, { wording, at: AT }, hear(this.session, text));
    return this.#last;
  }
}

function hear(session: Session, text: string): Heard {
  const { rules } = spoken(session);
  return {
    moves: rules.readMoves({ text, pending: session.pending }),
    proposals: rules.propose(proposerInput(session, text)),
  };
}

function spoken({ language }: Session) {
  const known = SPOKEN.get(language.split('-')[0] ?? '') ?? SPOKEN.get('en');
  if (!known) throw new Error('There is no English grammar');
  return known;
}
