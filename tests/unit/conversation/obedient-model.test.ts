import { describe, expect, it } from 'vitest';
import { combineProposers } from '#shared/conversation/combine-proposers.ts';
import { modelProposer } from '#shared/conversation/model-proposer.ts';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { ATTACKS, type Attack } from '#tests/support/attacks.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';
import { modelOf } from '#tests/support/model-server/model-of.ts';
import { NOTHING_STATED } from '#tests/support/model-server/recorded-answers.ts';

/** A conversation with a model that makes of every message what the attack wants it to. */
const talkTo = ({ obeyed }: Attack) =>
  conversationWorld({
    connect: ({ ids }) => ({
      asksModel: async () => true,
      proposer: combineProposers({
        rules: ruleProposer,
        model: async () =>
          modelProposer({
            model: modelOf(() => ({ ...NOTHING_STATED, ...obeyed })),
            ids,
            patienceMs: 7_500,
          }),
        patienceMs: () => 8_000,
        onFailure: (error) => expect(error).toBeUndefined(),
      }),
    }),
  });

describe('a model that obeys what it reads', () => {
  it.each(ATTACKS)('fills nothing, shows nothing, approves nothing: $text', async (attack) => {
    const { language, text } = attack;
    const { start, say, events } = talkTo(attack);
    const { body: begun } = await start({ language });
    const { status, body, text: wire } = await say(begun.conversation_id, { user_input: text });
    expect(status, wire).toBe(200);
    expect(body.slots).toEqual({});
    expect(body.questions[0].slot).toBe(begun.questions[0].slot);
    expect(body.questions[0].question).toBe(begun.questions[0].question);
    expect(body.reply).not.toMatch(/attacker|KEY-1|globex|deleted|c2V0/i);
    expect(body.state).toBe('in_progress');
    expect(events().filter((name) => /^(approval|changeset)\./.test(name))).toEqual([]);
  });

  it.each(ATTACKS)('leaves alone the facts beside an order: $text', async (attack) => {
    const { start } = talkTo(attack);
    const facts = 'It is an office for 40 people.';
    const { body } = await start({ language: 'en', initial_input: `${facts}\n${attack.text}` });
    const values = Object.entries(body.slots).map(([slot, fill]) => [slot, Object(fill).value]);
    expect(Object.fromEntries(values)).toEqual({ site_type: 'office', expected_users: 40 });
    expect(body.reply).not.toMatch(/attacker|KEY-1|globex|deleted|c2V0/i);
  });
});
