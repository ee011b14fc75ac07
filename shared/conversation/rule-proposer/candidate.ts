import type { SlotName } from '#shared/slots/slot-values.ts';
import type { ProposerInput } from '../proposer.ts';
import type { Reading, Span } from './text/reading.ts';

/** How sure the wording makes us. From .6 on a value is taken, from .8 on it replaces another one. */
export const CERTAINTY = {
  stated: 0.95,
  answered: 0.9,
  corrected: 0.85,
  mentioned: 0.75,
  hedged: 0.65,
  guessed: 0.5,
  unsure: 0.4,
} as const;

/** A value found in the text, before the guards have looked at what stands around it. */
export interface Candidate extends Span {
  readonly slot: SlotName;
  readonly value: unknown;
  readonly confidence: number;
  /** What stands around it cannot make it less certain: "no rush" is not a negation. */
  readonly free?: boolean;
}

export interface ReadInput {
  readonly reading: Reading;
  readonly input: ProposerInput;
  /** Slots a value without any context may answer: the pending question, or what is being corrected. */
  readonly expected: readonly SlotName[];
}

/** Whether the count of people was the last thing said: "no, eleven" is about it, whatever is asked now. */
export const countWasLast = ({ touched }: ReadInput['input']): boolean =>
  touched.includes('expected_users') && !touched.includes('operating_hours');

/** One slot's reader. */
export type Reader = (input: ReadInput) => Candidate[];
