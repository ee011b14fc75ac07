import { sameValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Proposal, ProposerInput, TextSpan } from '../proposer.ts';
import { type Candidate, CERTAINTY, type Reader } from './candidate.ts';
import type { Grammar } from './grammar.ts';
import { guard } from './guards.ts';
import { type Prepared, prepare } from './prepare.ts';
import { readForm } from './read-form.ts';
import { settle } from './settle.ts';
import { readExpectedUsers } from './slots/expected-users.ts';
import { readOperatingHours } from './slots/operating-hours.ts';
import { readSecurityLevel } from './slots/security-level.ts';
import { readBareSiteName } from './slots/site-name.ts';
import { readSiteType } from './slots/site-type.ts';
import { readTimeZone } from './slots/time-zone.ts';
import { readUrgency } from './slots/urgency.ts';
import { findAll, originalSpan } from './text/reading.ts';

const READERS: readonly Reader[] = [
  readSiteType,
  readExpectedUsers,
  readOperatingHours,
  readTimeZone,
  readSecurityLevel,
  readUrgency,
];

/** What a message says, read with one grammar: the fields of a form first, then everything else. */
export function readMessage(grammar: Grammar, input: ProposerInput): Proposal[] {
  const { proposals, rest } = readForm(grammar, input, (field) => readText(grammar, field));
  const filled = new Set(proposals.map(({ slot }) => slot));
  const others = readText(grammar, { ...input, text: rest });
  const message = input.text.normalize('NFC');
  return [...proposals, ...others.filter(({ slot }) => !filled.has(slot))].map((proposal) => ({
    ...proposal,
    span: proposal.span && cutFrom(message, proposal.span),
  }));
}

/** Where the text was changed to be read, as in a table, the span still has the person's own words. */
const cutFrom = (message: string, { start, end }: TextSpan): TextSpan => ({
  start,
  end,
  text: message.slice(start, end),
});

interface Read extends Prepared {
  /** As they stand in the text. */
  readonly candidates: readonly Candidate[];
  /** As sure as what stands around them lets them be. */
  readonly guarded: readonly Candidate[];
}

function readText(grammar: Grammar, input: ProposerInput): Proposal[] {
  const first = readOnce(grammar, input, []);
  const reopened = reopenedIn(first);
  const { raw, reading, found, guarded, expected } =
    reopened.length > 0 ? readOnce(grammar, input, reopened) : first;
  const all = [...found, ...guarded];
  const bareName = readBareSiteName({ reading: raw, input, expected }, all);
  // "Willow Lane Clinic" is a name; the clinic in it is no statement about the type.
  return settle(reading, bareName.length > 0 ? bareName : all)
    .filter((candidate) => isNews(candidate, input))
    .map(({ slot, value, confidence, ...at }) => ({
      slot,
      value,
      confidence,
      span: originalSpan(reading, at),
    }));
}

function readOnce(grammar: Grammar, input: ProposerInput, reopened: readonly SlotName[]): Read {
  const prepared = prepare(grammar, input, reopened);
  const { reading, expected } = prepared;
  const candidates = READERS.flatMap((read) => read({ reading, input, expected }));
  const guarded = candidates.flatMap((candidate) => guard(reading, candidate));
  return { ...prepared, candidates, guarded: guarded.filter(isNoHour(guarded)) };
}

/** "From 8 to 6" is no number of people, and "by 9 pm" no deadline, where it is when the site is open. */
const isNoHour =
  (all: readonly Candidate[]) =>
  ({ slot, start, end, confidence }: Candidate): boolean =>
    (slot !== 'expected_users' && slot !== 'urgency') ||
    !all.some(
      (hours) =>
        hours.slot === 'operating_hours' &&
        hours.confidence >= Math.max(confidence, CERTAINTY.hedged) &&
        hours.start < end &&
        start < hours.end,
    );

/** A bare word for the kind of site is one in passing, whatever was said before. */
const NEVER_REOPENED: readonly SlotName[] = ['site_type', 'staff_roles', 'shifts'];

/** "Not 50 people, it's 28", "Pacific. No, Mountain": what was denied or taken back is open again. */
function reopenedIn({ reading, found, candidates, guarded }: Read): SlotName[] {
  const spans = guarded.map(({ slot, start }) => `${slot} ${start}`);
  const denied = candidates.filter(({ slot, start }) => !spans.includes(`${slot} ${start}`));
  const correction = findAll(reading, reading.grammar.guards.correction).at(-1);
  const before = ({ end }: Candidate) => correction !== undefined && end <= correction.start;
  const slots = [...denied, ...[...found, ...candidates].filter(before)].map(({ slot }) => slot);
  return [...new Set(slots)].filter((slot) => !NEVER_REOPENED.includes(slot));
}

/** A doubt about a value that is already there would only make the next question odd. */
const isNews = ({ slot, value, confidence }: Candidate, { slots }: ProposerInput): boolean =>
  confidence >= 0.6 || !sameValue(slots[slot]?.value, value);
