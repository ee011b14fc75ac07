import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Moves } from '../moves.ts';
import type { Proposal, ProposerInput, TextSpan } from '../proposer.ts';
import { CERTAINTY } from './candidate.ts';
import type { Grammar } from './grammar.ts';
import { withoutOwnWords } from './own-words.ts';
import { readMessage } from './read-message.ts';
import { type MoveInput, readMoves } from './read-moves.ts';
import { withoutFalseFriends } from './text/false-friends.ts';

/** Understands messages by rules alone, without a promise. */
export interface Rules {
  propose(input: ProposerInput): Proposal[];
  readMoves(input: MoveInput): Moves;
}

/** @param grammars the session's own language first, then English for what people mix in */
export const rulesOf = (grammars: readonly Grammar[]): Rules => ({
  propose: (input) =>
    grammars
      .map((grammar, index) =>
        index === 0 ? readMessage(grammar, input) : readBeside(grammars, grammar, input),
      )
      .reduce(withMissing, []),
  readMoves: (input) => readMoves(grammars, input),
});

/**
 * For the languages beside the session's own: three unknown words are no name to them just because a
 * name was asked for ("skip it" in Spanish would be one in English), and own words are not theirs.
 */
function readBeside([own]: readonly Grammar[], grammar: Grammar, input: ProposerInput): Proposal[] {
  if (!own) return [];
  const pending = input.pending?.slot === 'site_name' ? null : input.pending;
  const text = withoutFalseFriends(input.text, own);
  return withoutOwnWords(own, input.text, readMessage(grammar, { ...input, text, pending }));
}

/**
 * A slot that the first language understood is not understood again by the second, nor does that guess at
 * words which the first one has read.
 */
function withMissing(known: readonly Proposal[], more: readonly Proposal[]): Proposal[] {
  const slots = new Set<SlotName>(known.map(({ slot }) => slot));
  const isGuessedAgain = ({ confidence, span }: Proposal): boolean =>
    confidence <= CERTAINTY.guessed &&
    known.some((read) => read.span && span && overlap(read.span, span));
  return [...known, ...more.filter((other) => !slots.has(other.slot) && !isGuessedAgain(other))];
}

const overlap = (one: TextSpan, other: TextSpan): boolean =>
  one.start < other.end && other.start < one.end;
