import { SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { isFreeText } from './free-text.ts';
import type { Moves } from './moves.ts';
import { type Mention, mentionsOf, type NamedThings, wordsPattern } from './named-sites.ts';
import { planOf } from './next-question.ts';
import type { Proposal, TextSpan } from './proposer.ts';
import type { Session } from './session.ts';
import type { Wording } from './wording.ts';

const ANSWERED = 0.9;
const MENTIONED = 0.75;

export interface Answer {
  readonly session: Session;
  readonly wording: Wording;
  readonly text: string;
  readonly moves: Moves;
  readonly things: NamedThings;
}

/**
 * What a message says about the slots that only the smaller types of conversation have: choices by the
 * words of the session's language, sites and shifts by the names they have, and free text where that
 * is what was asked for.
 */
export function readAnswers(answer: Answer): Proposal[] {
  const named = [...namedIn(answer, 'target_site'), ...namedIn(answer, 'shift_name')];
  return [...named, ...chosenIn(answer), ...wholeText(answer)];
}

const knows = (session: Session, slot: SlotName): boolean => planOf(session).order.includes(slot);

function namedIn(answer: Answer, slot: 'target_site' | 'shift_name'): Proposal[] {
  const { session, things, text } = answer;
  if (!knows(session, slot)) return [];
  const site = session.slots.target_site?.value;
  const candidates =
    slot === 'target_site'
      ? things.sites
      : things.shifts.filter(({ siteCode }) => site === undefined || siteCode === site);
  const asked = session.pending?.slot === slot;
  const found = mentionsOf(text, candidates);
  if (found.length > 0) return found.map((mention) => saidAt(answer, slot, mention, asked));
  // Something else was said where a name was asked for: the reply can say that there is no such thing.
  return asked && isPlain(answer) ? [{ ...whole(answer, slot), value: '' }] : [];
}

const CHOICES = ['change_field', 'area', 'severity', 'importance'] as const;

function chosenIn(answer: Answer): Proposal[] {
  const { session, text, wording } = answer;
  return CHOICES.filter((slot) => knows(session, slot)).flatMap((slot) => {
    const asked = session.pending?.slot === slot;
    const found = SLOTS[slot].options.flatMap((value) =>
      wordsFor(wording, slot, value)
        .flatMap((word) => [...text.matchAll(wordsPattern(word))])
        .map(({ index, 0: { length } }) => ({ value, start: index, end: index + length })),
    );
    // "Very important" is more than "important", where both begin at the same word.
    const first = found.toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
    return first ? [saidAt(answer, slot, first, asked)] : [];
  });
}

/** The name of a choice in our API, its label, and whatever else people call it. */
function wordsFor(wording: Wording, slot: SlotName, value: string): readonly string[] {
  const label = `option.${slot}.${value}`;
  const more = `words.${slot}.${value}`;
  return [
    value,
    ...(wording.has(label) ? [wording.say(label)] : []),
    ...(wording.has(more) ? wording.say(more).split(/\s*[,،、]\s*/) : []),
  ];
}

function wholeText(answer: Answer): Proposal[] {
  const slot = answer.session.pending?.slot;
  return slot && isFreeText(slot) && isPlain(answer) ? [whole(answer, slot)] : [];
}

/** Whether the words are meant as an answer, and not to steer the conversation. */
const isPlain = ({ moves }: Answer): boolean =>
  !(moves.skip || moves.goBack || moves.why || moves.summary || moves.human) &&
  moves.startOverAt === null;

const saidAt = (
  { text }: Answer,
  slot: SlotName,
  { value, start, end }: Mention,
  asked: boolean,
): Proposal => ({
  slot,
  value,
  confidence: asked ? ANSWERED : MENTIONED,
  span: { start, end, text: text.slice(start, end) },
});

const whole = ({ text }: Answer, slot: SlotName): Proposal => {
  const said = text.trim();
  const start = text.indexOf(said);
  const span: TextSpan = { start, end: start + said.length, text: said };
  return { slot, value: said, confidence: ANSWERED, span };
};
