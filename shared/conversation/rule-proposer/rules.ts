import { sameValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Moves } from '../moves.ts';
import type { Proposal, ProposerInput } from '../proposer.ts';
import type { Candidate, Reader } from './candidate.ts';
import type { Grammar } from './grammar.ts';
import { guard } from './guards.ts';
import { prepare } from './prepare.ts';
import { type MoveInput, readMoves } from './read-moves.ts';
import { settle } from './settle.ts';
import { readExpectedUsers } from './slots/expected-users.ts';
import { readOperatingHours } from './slots/operating-hours.ts';
import { readSecurityLevel } from './slots/security-level.ts';
import { readBareSiteName } from './slots/site-name.ts';
import { readSiteType } from './slots/site-type.ts';
import { readTimeZone } from './slots/time-zone.ts';
import { readUrgency } from './slots/urgency.ts';
import { withoutFalseFriends } from './text/false-friends.ts';
import { originalSpan, type Reading } from './text/reading.ts';

const READERS: readonly Reader[] = [
  readSiteType,
  readExpectedUsers,
  readOperatingHours,
  readTimeZone,
  readSecurityLevel,
  readUrgency,
];

/** Understands messages by rules alone, without a promise. */
export interface Rules {
  propose(input: ProposerInput): Proposal[];
  readMoves(input: MoveInput): Moves;
}

/** @param grammars the session's own language first, then English for what people mix in */
export const rulesOf = (grammars: readonly Grammar[]): Rules => ({
  propose: (input) =>
    grammars
      .map((grammar, index) => proposeIn(grammar, index === 0 ? input : beside(grammars, input)))
      .reduce(withMissing, []),
  readMoves: (input) => readMoves(grammars, input),
});

/**
 * For the languages beside the session's own: three unknown words are no name to them just because a
 * name was asked for. "Skip it" in Spanish would be one in English.
 */
const beside = ([own]: readonly Grammar[], input: ProposerInput): ProposerInput => ({
  ...input,
  text: own ? withoutFalseFriends(input.text, own) : input.text,
  pending: input.pending?.slot === 'site_name' ? null : input.pending,
});

/** A slot that the first language understood is not understood again by the second. */
function withMissing(known: readonly Proposal[], more: readonly Proposal[]): Proposal[] {
  const slots = new Set<SlotName>(known.map(({ slot }) => slot));
  return [...known, ...more.filter(({ slot }) => !slots.has(slot))];
}

function proposeIn(grammar: Grammar, input: ProposerInput): Proposal[] {
  const { raw, reading, found, expected } = prepare(grammar, input);
  const candidates = READERS.flatMap((read) => read({ reading, input, expected }));
  const guarded = candidates.flatMap((candidate) => guard(reading, candidate));
  const all = [...found, ...guarded];
  const bareName = all.every(({ slot }) => slot === 'site_type')
    ? readBareSiteName({ reading: raw, input, expected })
    : [];
  // "Willow Lane Clinic" is a name; the clinic in it is no statement about the type.
  return settle(reading, bareName.length > 0 ? bareName : all)
    .filter((candidate) => isNews(candidate, input))
    .map((candidate) => toProposal(reading, candidate));
}

/** A doubt about a value that is already there would only make the next question odd. */
const isNews = ({ slot, value, confidence }: Candidate, { slots }: ProposerInput): boolean =>
  confidence >= 0.6 || !sameValue(slots[slot]?.value, value);

const toProposal = (reading: Reading, candidate: Candidate): Proposal => ({
  slot: candidate.slot,
  value: candidate.value,
  confidence: candidate.confidence,
  span: originalSpan(reading, candidate),
});
