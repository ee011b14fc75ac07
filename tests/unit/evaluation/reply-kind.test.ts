import { describe, expect, it } from 'vitest';
import { type Moves, NO_MOVES } from '#shared/conversation/moves.ts';
import type { Proposal } from '#shared/conversation/proposer.ts';
import { GRAMMAR_LANGUAGES } from '#shared/conversation/rule-proposer/languages.ts';
import { openDialogue, step } from '#shared/conversation/step.ts';
import { loadWording } from '#shared/conversation/wording.ts';
import { replyKindOf } from '#tests/evaluation/dialogues/reply-kind.ts';
import { AT, blankSession, OFFICE, proposal } from '#tests/support/conversation.ts';

type Message = { readonly moves?: Partial<Moves>; readonly proposals?: readonly Proposal[] };

const MESSAGES: Readonly<Record<string, Message>> = {
  'a fact': { proposals: [proposal('expected_users', 40)] },
  'a fact that is doubtful': { proposals: [proposal('site_type', 'office', 0.55)] },
  'why?': { moves: { why: { slot: null } } },
  'why, about a slot': { moves: { why: { slot: 'security_level' } } },
  'start over': { moves: { startOverAt: 0 } },
  'go back': { moves: { goBack: true } },
  'skip it': { moves: { skip: true } },
  hello: { moves: { smallTalk: 'greeting' } },
  'everything, go ahead': { moves: { finish: true, keepTeam: true }, proposals: OFFICE },
  nothing: {},
};

describe.each(GRAMMAR_LANGUAGES)('the kind of a reply in %s', (language) => {
  it.each(Object.entries(MESSAGES))('can be told after: %s', async (_said, message) => {
    const wording = await loadWording(language);
    const heard = { moves: { ...NO_MOVES, ...message.moves }, proposals: message.proposals ?? [] };
    const start = openDialogue(blankSession(language), wording, { moves: NO_MOVES, proposals: [] });
    const { session, reply, questions } = step(start.session, { wording, at: AT }, heard);
    const wire = { state: session.state, reply: reply.text, questions, citations: [] };
    expect(await replyKindOf(language, wire)).toBe(reply.kind);
  });

  it('is an answer where documents are cited, or said to have nothing', async () => {
    const quiet = { state: 'in_progress', reply: '', questions: [], citations: [] };
    const cited = { ...quiet, citations: [{}] };
    const reply = (await loadWording(language)).say('answer.not_found');
    expect(await replyKindOf(language, cited)).toBe('answer');
    expect(await replyKindOf(language, { ...quiet, reply })).toBe('answer');
  });
});
