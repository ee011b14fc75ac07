import { proposeFromContext } from '#shared/conversation/context-proposer.ts';
import { hear } from '#shared/conversation/hear.ts';
import type { Proposer } from '#shared/conversation/proposer.ts';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { newSession } from '#shared/conversation/session.ts';
import { type Effect, openDialogue, type StepResult, step } from '#shared/conversation/step.ts';
import { loadWording } from '#shared/conversation/wording.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { OpenConversation, Seen } from './conversation.ts';
import { replyKindOf } from './reply-kind.ts';

const AT = '2026-01-05T09:00:00.000Z';

const TESTER = trustedTenant('tester');

/** Holds a conversation with the dialogue engine and a proposer, without a store. */
export const openInEngineWith =
  (proposer: Proposer): OpenConversation =>
  async ({ id, language, type, start }) => {
    const clientContext = start.client_context ?? {};
    const blank = newSession({ id, owner: 'tester', language, type, clientContext, at: AT });
    const wording = await loadWording(language);
    const { moves, proposals } = await hear(proposer, TESTER, blank, start.initial_input ?? '');
    const said = [...(await proposeFromContext(blank, clientContext)), ...proposals];
    let last = openDialogue(blank, wording, { moves, proposals: said });
    return {
      opening: await seenIn(last),
      say: async (text) => {
        if (last.session.state === 'generating')
          return { ...(await seenIn(last)), refused: 'the draft is there already' };
        const heard = await hear(proposer, TESTER, last.session, text);
        last = step(last.session, { wording, at: AT }, heard);
        return seenIn(last);
      },
    };
  };

/** By the rules alone, without a network. */
export const openInEngine = openInEngineWith(ruleProposer);

async function seenIn({ session, questions, reply, effects }: StepResult): Promise<Seen> {
  const { language, slots } = session;
  const wanted = (kind: Effect['kind']): boolean => effects.some((effect) => effect.kind === kind);
  // What the use case does with effects: it calls a person, and puts an answer in front of the reply.
  const state = wanted('escalate') ? 'escalated' : session.state;
  const answer = wanted('search') ? (await loadWording(language)).say('answer.not_found') : '';
  const wire = { state, questions, reply: `${answer} ${reply.text}`, citations: [] };
  return {
    slots: Object.fromEntries(Object.entries(slots).map(([slot, fill]) => [slot, fill?.value])),
    asked: questions.map(({ slot }) => slot),
    replyKind: await replyKindOf(language, wire),
    drafted: state === 'generating',
  };
}
