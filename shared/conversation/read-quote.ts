import type { SlotName } from '#shared/slots/slot-values.ts';
import { agrees } from './combine-proposals.ts';
import { DIALOGUE_POLICY } from './policy.ts';
import type { Proposal, ProposerInput } from './proposer.ts';
import { loadRules } from './rule-proposer/load-rules.ts';
import { numbersIn } from './rule-proposer/numbers-in.ts';

/** What a quote says about a value, by the rules: the same, something else for sure, or nothing clear. */
export type Support = 'same' | 'other' | 'unclear';

/** Reads a quote by itself, as the answer to the question for this slot. */
export async function supportOf(
  slot: SlotName,
  value: unknown,
  quote: string,
  input: ProposerInput,
): Promise<Support> {
  if (slot === 'shift_people' || slot === 'affected_users') return countIn(quote, value, input);
  const read = await readQuote(slot, quote, input);
  if (read.some((proposal) => agrees(proposal.value, value))) return 'same';
  const certain = read.some(({ confidence }) => confidence >= DIALOGUE_POLICY.acceptFrom);
  // Rules see less of hours and lists in a few words than there is in the message.
  return certain && typeof value !== 'object' ? 'other' : 'unclear';
}

/** These count whomever the quote names. */
async function countIn(quote: string, value: unknown, input: ProposerInput): Promise<Support> {
  const numbers = await numbersIn(quote, input.language);
  if (numbers.some((number) => number === value)) return 'same';
  return numbers.length > 0 ? 'other' : 'unclear';
}

async function readQuote(
  slot: SlotName,
  quote: string,
  input: ProposerInput,
): Promise<readonly Proposal[]> {
  const rules = await loadRules(input.language);
  const pending = { slot, kind: 'fill' } as const;
  const answer = { ...input, text: quote, slots: {}, touched: [], pending };
  const more = input.other?.interpret([], quote) ?? [];
  return [...rules.propose(answer), ...more].filter((read) => read.slot === slot);
}
