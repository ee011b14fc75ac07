import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { isFreeText } from './free-text.ts';
import { isOfThePerson } from './of-the-person.ts';
import type { Proposal, ProposerInput, TextSpan } from './proposer.ts';
import { type Support, supportOf } from './read-quote.ts';
import { type Hearing, placeOf } from './said-words.ts';

/** What a model claims to have read. */
export interface Fact {
  readonly value: unknown;
  readonly quote: string;
  readonly confidence: number;
}

/** No model is as sure as a rule about what was said outright. */
const MOST_CONFIDENT = 0.9;
/** What the message does not clearly say is asked, never taken (PRODUCT section 3: under .6). */
const UNSUPPORTED = 0.55;
/** A fact is said in a few words; whoever quotes everything quotes nothing. */
const LONGEST_QUOTE = 160;

/**
 * What of a claimed fact is believed: its value fits the slot, and words of the message outside of every
 * order to the machine bear it out. A quote that says something else makes it void; one that says nothing
 * clear, or none at all, makes it a question.
 */
export async function believe(
  slot: SlotName,
  fact: Fact,
  input: ProposerInput,
  hearing: Hearing,
): Promise<Proposal[]> {
  const value = parseSlotValue(slot, fact.value);
  if (value === undefined || !isOfThePerson(slot, value, input, hearing)) return [];
  const span = quotedAt(slot, String(value), fact, hearing);
  const isOrdered = hearing.orders.length > 0;
  // Where somebody gives orders, what nobody has said is what was ordered.
  if (!span && isOrdered) return [];
  const support = span ? await supportIn(slot, value, span, input) : 'unclear';
  if (support === 'other') return [];
  const isSure = support === 'same' && !(isOrdered && isWords(slot));
  const most = isSure ? MOST_CONFIDENT : UNSUPPORTED;
  return [{ slot, value, confidence: Math.min(most, Math.max(0, fact.confidence)), span }];
}

/** Free text is its own quote. */
function quotedAt(
  slot: SlotName,
  words: string,
  { quote }: Fact,
  hearing: Hearing,
): TextSpan | null {
  if (isFreeText(slot)) return placeOf(words, hearing);
  return quote.length <= LONGEST_QUOTE ? placeOf(quote, hearing) : null;
}

/** Words bear themselves out, and so does the name of what the tenant has. */
const supportIn = async (
  slot: SlotName,
  value: unknown,
  { text }: TextSpan,
  input: ProposerInput,
): Promise<Support> =>
  isWords(slot) || slot === 'target_site' || slot === 'shift_name'
    ? 'same'
    : supportOf(slot, value, text, input);

const isWords = (slot: SlotName): boolean => slot === 'site_name' || isFreeText(slot);
