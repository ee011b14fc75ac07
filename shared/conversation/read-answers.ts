import { SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { isFreeText } from './free-text.ts';
import type { Moves } from './moves.ts';
import {
  type Mention,
  mentionsOf,
  type NamedThings,
  partlyNamed,
  wordsPattern,
} from './named-sites.ts';
import { planOf } from './next-question.ts';
import type { Proposal, TextSpan } from './proposer.ts';
import type { Session } from './session.ts';
import { DESCRIPTION_WORDS, sinceWhenIn, tellsProblem } from './told-problem.ts';
import type { Wording } from './wording.ts';
import { countWords, findWords, wordList } from './wordings-in-text.ts';

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
 * @param found what rules have read already, such as numbers
 */
export function readAnswers(answer: Answer, found: readonly Proposal[]): Proposal[] {
  const named = [...namedIn(answer, 'target_site'), ...namedIn(answer, 'shift_name')];
  const chosen = [...chosenIn(answer), ...timeIn(answer)];
  const counted = found.filter(({ slot }) => slot === 'expected_users');
  return [...named, ...chosen, ...freeTextIn(answer, [...chosen, ...counted])];
}

const knows = (session: Session, slot: SlotName): boolean => planOf(session).order.includes(slot);

function namedIn(answer: Answer, slot: 'target_site' | 'shift_name'): Proposal[] {
  const { session, things, text } = answer;
  if (!knows(session, slot)) return [];
  const site = session.slots.target_site?.value ?? mentionsOf(text, things.sites)[0]?.value;
  const candidates =
    slot === 'target_site'
      ? things.sites
      : things.shifts.filter(({ siteCode }) => site === undefined || siteCode === site);
  const asked = session.pending?.slot === slot;
  const found = mentionsOf(text, candidates);
  if (found.length > 0) return found.map((mention) => saidAt(answer, slot, mention, asked));
  const called = slot === 'shift_name' && (asked || speaksOfShifts(answer));
  const part = called ? partlyNamed(text, candidates) : undefined;
  if (part) return [saidAt(answer, slot, part, asked)];
  // Something else was said where a name was asked for: the reply can say that there is no such thing.
  return asked && isPlain(answer) ? [{ ...whole(answer, slot), value: '' }] : [];
}

const speaksOfShifts = ({ text, wording }: Answer): boolean =>
  findWords(text, wordList(wording, 'words.change_field.shift_people')).length > 0;

/** Several of a thing: "scanners", "Sitzungen", "dispositivos". */
const ENDINGS = '(?:s|es|e|n|en)?';

const CHOICES = ['change_field', 'area', 'severity', 'importance'] as const;

function chosenIn(answer: Answer): Proposal[] {
  const { session, text, wording } = answer;
  return CHOICES.filter((slot) => knows(session, slot)).flatMap((slot) => {
    const asked = session.pending?.slot === slot;
    const found = SLOTS[slot].options.flatMap((value) =>
      wordsFor(wording, slot, value)
        .flatMap((word) => [...text.matchAll(wordsPattern(word, ENDINGS))])
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

function timeIn(answer: Answer): Proposal[] {
  const { session, text, wording } = answer;
  if (!knows(session, 'since_when')) return [];
  const time = sinceWhenIn(wording, text);
  if (!time) return [];
  // Nothing but a time is meant as the answer, also where another was mentioned before.
  const asked = session.pending?.slot === 'since_when' || time.value === text.trim();
  return [saidAt(answer, 'since_when', time, asked)];
}

/** One's own words: where they were asked for, or where a message tells the problem by itself. */
function freeTextIn(answer: Answer, chosen: readonly Proposal[]): Proposal[] {
  const { session, text, wording } = answer;
  const asked = session.pending?.slot;
  if (tellsMore(answer, chosen)) return [{ ...whole(answer, 'symptom'), confidence: RETOLD }];
  if (asked && isFreeText(asked))
    return isPlain(answer) && !saysSomethingElse(answer, asked, chosen)
      ? askedText(answer, asked)
      : [];
  const tells = knows(session, 'symptom') && !session.slots.symptom && tellsProblem(wording, text);
  const detailed = chosen.filter(({ slot }) => slot !== 'target_site').length > 1;
  return tells && detailed ? [{ ...whole(answer, 'symptom'), confidence: MENTIONED }] : [];
}

/** Behind a problem that was only mentioned comes the telling of it, whatever was asked. */
function tellsMore({ session, text, wording }: Answer, chosen: readonly Proposal[]): boolean {
  const mentioned = session.slots.symptom?.confidence === MENTIONED;
  return mentioned && chosen.every(({ slot }) => slot === 'area') && tellsProblem(wording, text);
}

/** Enough to replace what was mentioned, not so much as to be replaced again. */
const RETOLD = 0.85;

/** Who was asked for a title and tells the whole wish has described it, too. */
function askedText(answer: Answer, slot: SlotName): Proposal[] {
  const all = whole(answer, slot);
  if (slot === 'since_when') return timeIn(answer).length > 0 ? [] : [all];
  if (slot !== 'request_title' || countWords(answer.text) < WORDS_OF_A_WISH) return [all];
  const [title = ''] = answer.text.trim().split(/[.!?;:\n।؟]/u);
  return [
    { ...all, value: title.trim().slice(0, 200) },
    { ...all, slot: 'request_description' },
  ];
}

const WORDS_OF_A_WISH = 12;

const WORDS_OF_A_YES = 3;

/** "Very important, some 40 people" is no description; "ya está" and "yes" are no time. */
function saysSomethingElse(
  { text, moves }: Answer,
  asked: SlotName,
  chosen: readonly Proposal[],
): boolean {
  if (countWords(text) >= DESCRIPTION_WORDS) return false;
  if ((moves.accept || moves.finish) && countWords(text) <= WORDS_OF_A_YES) return true;
  if (moves.decline && countWords(text) === 1) return true;
  const others = chosen.filter(({ slot }) => slot !== asked && slot !== 'area');
  const said = others.reduce((sum, { span }) => sum + (span?.text.length ?? 0), 0);
  return said > text.trim().length / 2;
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
