import { beforeAll, describe, expect, it } from 'vitest';
import { combineProposals } from '#shared/conversation/combine-proposals.ts';
import { proposerInput } from '#shared/conversation/hear.ts';
import { modelProposer } from '#shared/conversation/model-proposer.ts';
import { loadRules } from '#shared/conversation/rule-proposer/load-rules.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { sameValue } from '#shared/slots/filled-slots.ts';
import type { Dialogue } from '#tests/evaluation/dialogues/dialogue.ts';
import { readDialogues } from '#tests/evaluation/dialogues/read-dialogues.ts';
import { opened } from '#tests/support/conversation.ts';
import { failingModel, modelOf } from '#tests/support/model-server/model-of.ts';
import { OBEDIENT_ANSWERS } from '#tests/support/model-server/obedient-model.ts';
import { NOTHING_STATED } from '#tests/support/model-server/recorded-answers.ts';

const ACME = trustedTenant('acme');
/** Each is read in full by dialogues.test.ts; here one in eight shows what a model changes: nothing. */
const dialogues = readDialogues(new URL('./dialogues/', import.meta.url).pathname).filter(
  (_dialogue, index) => index % 8 === 0,
);

const messagesOf = ({ start, turns = [], answers = {} }: Dialogue): string[] => [
  ...(start.initial_input ? [start.initial_input] : []),
  ...turns.map(({ user }) => user),
  ...Object.values(answers),
];

const MODELS: Readonly<Record<string, LanguageModel>> = {
  'understands nothing': modelOf(() => NOTHING_STATED),
  'is not there': failingModel('unavailable'),
  'answers another schema': modelOf(() => ({ approved: true })),
  'claims values beyond every bound': modelOf(
    OBEDIENT_ANSWERS['claims values beyond every bound'] ?? (() => null),
  ),
  'adds orders to its answer': modelOf(
    OBEDIENT_ANSWERS['adds orders to its answer'] ?? (() => null),
  ),
  'tells its instructions': modelOf(OBEDIENT_ANSWERS['tells its instructions'] ?? (() => null)),
};

/** What the rules make of every message; reading is the slow part, and the same for every model. */
async function readByRules() {
  const read = dialogues.map(async (dialogue) => {
    const rules = await loadRules(dialogue.language);
    const session = { ...opened().session, language: dialogue.language };
    return messagesOf(dialogue).map((text) => {
      const input = proposerInput(session, text);
      return { input, byRules: rules.propose(input) };
    });
  });
  return (await Promise.all(read)).flat();
}

describe('messages of the labelled dialogues', { timeout: 60_000 }, () => {
  let messages: Awaited<ReturnType<typeof readByRules>>;
  beforeAll(async () => {
    messages = await readByRules();
  }, 120_000);

  it.each(Object.entries(MODELS))(
    'means what it means by rules where the model %s',
    async (_name, model) => {
      const proposer = modelProposer({ model, ids: { uuid: () => 'c0de' }, patienceMs: 100 });
      for (const { input, byRules } of messages) {
        const together = combineProposals(byRules, await proposer.propose(ACME, input));
        expect(sameValue(together, byRules), input.text).toBe(true);
      }
    },
  );
});
