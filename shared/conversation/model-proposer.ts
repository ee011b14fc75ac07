import { fence } from '#shared/language-model/fence.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { promptName } from '#shared/language-model/prompt.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import prompts from '#templates/prompts/prompts.json' with { type: 'json' };
import type { Proposal, Proposer, ProposerInput, TextSpan } from './proposer.ts';
import { type SlotAnswer, slotAnswer } from './slot-answer.ts';

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

const PROMPT = prompts['propose-slots'];

/**
 * What a model read out of a message, as proposals like any other: each value fits its slot, each
 * certain one is quoted from the message itself. Without a usable answer there are none.
 */
export const modelProposer = ({ model, ids, patienceMs }: ModelProposerDeps): Proposer => ({
  propose: async (tenant, input) => {
    const outcome = await model.complete(tenant, {
      prompt: PROMPT,
      content: contentOf(input, ids.uuid()),
      schema: slotAnswer,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      deadlineMs: patienceMs,
    });
    return outcome.kind === 'ok' ? proposalsOf(outcome.answer, input.text) : [];
  },
});

function contentOf(input: ProposerInput, boundary: string): string {
  const { text, language, slots, pending, suggested } = input;
  const values = Object.entries(slots).map(([slot, fill]) => [slot, fill?.value]);
  const known = {
    language,
    facts: Object.fromEntries(values),
    asked: pending,
    suggested,
  };
  return [fence('KNOWN', JSON.stringify(known), boundary), fence('MESSAGE', text, boundary)].join(
    '\n',
  );
}

const proposalsOf = (answer: SlotAnswer, text: string): Proposal[] =>
  Object.entries(answer).flatMap(([slot, fact]) => (fact ? proposalOf(slot, fact, text) : []));

interface Fact {
  readonly value: unknown;
  readonly quote: string;
  readonly confidence: number;
}

function proposalOf(slot: string, { value, quote, confidence }: Fact, text: string): Proposal[] {
  if (!isSlotName(slot)) return [];
  const accepted = parseSlotValue(slot, value);
  if (accepted === undefined) return [];
  // A name that nobody wrote is the model's own text, and that is shown to nobody.
  if (slot === 'site_name' && !isSaid(String(accepted), text)) return [];
  const span = spanOf(quote, text);
  const believed = Math.min(span ? MOST_CONFIDENT : UNSUPPORTED, Math.max(0, confidence));
  return [{ slot, value: accepted, confidence: believed, span, origin: promptName(PROMPT) }];
}

function spanOf(quote: string, text: string): TextSpan | null {
  const words = quote.trim();
  const start = words.length > 0 && words.length <= LONGEST_QUOTE ? text.indexOf(words) : -1;
  return start < 0 ? null : { start, end: start + words.length, text: words };
}

const isSaid = (name: string, text: string): boolean =>
  text.toLowerCase().includes(name.toLowerCase());
