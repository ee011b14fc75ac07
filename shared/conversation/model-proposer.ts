import type * as z from 'zod';
import { fence } from '#shared/language-model/fence.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { type Prompt, promptName } from '#shared/language-model/prompt.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import prompts from '#templates/prompts/prompts.json' with { type: 'json' };
import { isFreeText } from './free-text.ts';
import type { NamedThing } from './named-sites.ts';
import type { OtherConversation, Proposal, Proposer, ProposerInput, TextSpan } from './proposer.ts';
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
/** No model is as sure as a rule about what was said outright. */
const MOST_CONFIDENT = 0.9;
/** What is not in the message word for word is asked, never taken (PRODUCT section 3: under .6). */
const UNSUPPORTED = 0.55;
/** A fact is said in a few words; whoever quotes everything quotes nothing. */
const LONGEST_QUOTE = 160;

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
 * certain one is quoted from the message itself. Without a usable answer there are none.
 */
export const modelProposer = ({ model, ids, patienceMs }: ModelProposerDeps): Proposer => ({
  propose: async (tenant, input) => {
    const type = input.other?.type ?? 'initial_setup';
    const prompt = PROMPTS[type];
    const schema: z.ZodType<Readonly<Record<string, Fact | null>>> = SLOT_ANSWERS[type];
    const outcome = await model.complete(tenant, {
      prompt,
      content: contentOf(input, ids.uuid()),
      schema,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      deadlineMs: patienceMs,
    });
    if (outcome.kind !== 'ok') return [];
    const origin = promptName(prompt);
    return Object.entries(outcome.answer).flatMap(([slot, fact]) =>
      fact ? believable(slot, fact, input).map((proposal) => ({ ...proposal, origin })) : [],
    );
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

interface Fact {
  readonly value: unknown;
  readonly quote: string;
  readonly confidence: number;
}

function believable(slot: string, fact: Fact, input: ProposerInput): Proposal[] {
  if (!isSlotName(slot)) return [];
  const value = parseSlotValue(slot, fact.value);
  if (value === undefined || !isOfThePerson(slot, value, input)) return [];
  const span = isFreeText(slot)
    ? spanOf(String(value), input.text)
    : spanOf(fact.quote.length <= LONGEST_QUOTE ? fact.quote : '', input.text);
  const believed = Math.min(span ? MOST_CONFIDENT : UNSUPPORTED, Math.max(0, fact.confidence));
  return [{ slot, value, confidence: believed, span }];
}

/**
 * Words that nobody wrote are the model's own text, and that is shown to nobody; a site or a shift is
 * one that the tenant has.
 */
function isOfThePerson(slot: SlotName, value: unknown, { text, other }: ProposerInput): boolean {
  if (slot === 'site_name') return isSaid(String(value), text);
  if (slot === 'target_site') return isOneOf(value, other?.things.sites);
  if (slot === 'shift_name') return isOneOf(value, other?.things.shifts);
  return !isFreeText(slot) || text.includes(String(value));
}

const isOneOf = (value: unknown, things: readonly NamedThing[] = []): boolean =>
  things.some((thing) => thing.value === value);

function spanOf(quote: string, text: string): TextSpan | null {
  const words = quote.trim();
  const start = words.length > 0 ? text.indexOf(words) : -1;
  return start < 0 ? null : { start, end: start + words.length, text: words };
}

const isSaid = (name: string, text: string): boolean =>
  text.toLowerCase().includes(name.toLowerCase());
