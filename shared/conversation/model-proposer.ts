import type * as z from 'zod';
import { fence } from '#shared/language-model/fence.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { type Prompt, promptName } from '#shared/language-model/prompt.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import prompts from '#templates/prompts/prompts.json' with { type: 'json' };
import { believe, type Fact } from './believe-fact.ts';
import type { OtherConversation, Proposal, Proposer, ProposerInput } from './proposer.ts';
import { findOrders } from './rule-proposer/find-orders.ts';
import type { Hearing } from './said-words.ts';
import type { ConversationType } from './session.ts';
import { SLOT_ANSWERS } from './slot-answer.ts';

export interface ModelProposerDeps {
  readonly model: LanguageModel;
  readonly ids: Ids;
  /** How long it may take. */
  readonly patienceMs: number;
}

/** Room for every fact with its quote; far less is usual. */
const MAX_OUTPUT_TOKENS = 1_500;
/** More sites or shifts than this are not told to a model; the rules know them all. */
const MOST_TOLD = 100;

const PROMPTS = {
  initial_setup: prompts['propose-slots'],
  config_update: prompts['propose-update'],
  troubleshooting: prompts['propose-problem'],
  feature_request: prompts['propose-wish'],
} as const satisfies Record<ConversationType, Prompt>;

/**
 * What a model read out of a message, as proposals like any other: each value fits its slot, each
 * certain one is in the words that it quotes from the message itself. Without a usable answer there are none.
 */
export const modelProposer = ({ model, ids, patienceMs }: ModelProposerDeps): Proposer => ({
  propose: async (tenant, input) => {
    const type = input.other?.type ?? 'initial_setup';
    const prompt = PROMPTS[type];
    const schema: z.ZodType<Readonly<Record<string, Fact | null>>> = SLOT_ANSWERS[type];
    const text = input.text.normalize('NFC');
    const request = {
      prompt,
      content: contentOf(input, ids.uuid()),
      schema,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      deadlineMs: patienceMs,
    };
    const answered = model.complete(tenant, request);
    const [outcome, orders] = await Promise.all([answered, findOrders(text)]);
    if (outcome.kind !== 'ok') return [];
    const origin = promptName(prompt);
    const proposals = await believable(outcome.answer, input, { text, orders });
    return proposals.map((proposal) => ({ ...proposal, origin }));
  },
});

function contentOf(input: ProposerInput, boundary: string): string {
  const { text, language, slots, pending, suggested, other } = input;
  const values = Object.entries(slots).map(([slot, fill]) => [slot, fill?.value]);
  const known = {
    language,
    facts: Object.fromEntries(values),
    asked: other ? other.asked : pending,
    ...(other ? toldOf(other) : { suggested }),
  };
  return [fence('KNOWN', JSON.stringify(known), boundary), fence('MESSAGE', text, boundary)].join(
    '\n',
  );
}

const toldOf = ({ things: { sites, shifts } }: OtherConversation) => ({
  sites: sites.slice(0, MOST_TOLD).map(({ value: code, names }) => ({ code, names })),
  shifts: shifts.slice(0, MOST_TOLD).map(({ value: name, siteCode: site }) => ({ name, site })),
});

async function believable(
  answer: Readonly<Record<string, Fact | null>>,
  input: ProposerInput,
  hearing: Hearing,
): Promise<Proposal[]> {
  const believed = Object.entries(answer).map(([slot, fact]) =>
    fact && isSlotName(slot) ? believe(slot, fact, input, hearing) : [],
  );
  return (await Promise.all(believed)).flat();
}
