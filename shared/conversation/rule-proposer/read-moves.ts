import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { type Moves, NO_MOVES, type SmallTalk } from '../moves.ts';
import type { PendingQuestion } from '../session.ts';
import type { Grammar, Pattern } from './grammar.ts';
import { isNegated } from './guards.ts';
import { questionSpans } from './text/questions.ts';
import {
  type Find,
  findAll,
  includes,
  newReading,
  originalSpan,
  type Reading,
} from './text/reading.ts';

export interface MoveInput {
  readonly text: string;
  readonly pending: PendingQuestion | null;
}

/** What a message does beside stating facts; by rules alone, whoever proposes the facts. */
export const readMoves = (grammars: readonly Grammar[], input: MoveInput): Moves =>
  grammars
    .map((grammar) => movesIn(grammar, input))
    .reduce((known, more) => (isIdle(known) ? withDoubts(more, known) : known), NO_MOVES);

/** Not to know an answer is no move of its own: "keine Ahnung, skip it" skips. */
const isIdle = ({ unknown: _, ...moves }: Moves): boolean =>
  Object.values(moves).every((move) => move === null || move === false);

const withDoubts = (moves: Moves, { unknown }: Moves): Moves => ({
  ...moves,
  unknown: moves.unknown || unknown,
});

function movesIn(grammar: Grammar, { text, pending }: MoveInput): Moves {
  const reading = newReading(text, grammar);
  const { moves } = grammar;
  const meant = (patterns: readonly Pattern[]) =>
    findAll(reading, patterns).filter((find) => !isNegated(reading, find));
  const said = (patterns: readonly Pattern[]) => meant(patterns).length > 0;
  const yesOrNo =
    pending?.kind === 'confirm' || pending?.kind === 'offer' || pending?.kind === 'revisit';
  const accept = yesOrNo && said(moves.accept) && !contradicts(reading, pending);
  return {
    startOverAt: startOverAt(reading, meant(moves.startOver)),
    goBack: said(moves.goBack),
    skip: said(moves.skip),
    ...askedIn(reading),
    summary: said(moves.summary),
    human: said(moves.human),
    accept,
    decline: yesOrNo && !accept && includes(reading, moves.decline),
    keepTeam: said(moves.keepTeam),
    finish: said(moves.finish),
    smallTalk: smallTalkIn(reading),
    unknown: pending !== null && includes(reading, reading.grammar.guards.unsure),
    help: said(moves.help),
    cancel: said(moves.cancel),
  };
}

/** A "yes" to an offer that goes on with "but" or "add" is a change, and the change will be read. */
const contradicts = (reading: Reading, pending: PendingQuestion | null): boolean =>
  pending?.kind === 'offer' && includes(reading, reading.grammar.moves.decline);

function startOverAt(reading: Reading, found: readonly Find[]): number | null {
  const last = found.at(-1);
  return last ? originalSpan(reading, last).end : null;
}

/** Each question is either about why we ask, or one for the documents. */
function askedIn(reading: Reading): Pick<Moves, 'why' | 'documentQuestion'> {
  const { moves } = reading.grammar;
  const [why] = findAll(reading, moves.why);
  if (why) return { why: { slot: topicOf(reading) }, documentQuestion: null };
  const others = [
    ...moves.summary,
    ...moves.help,
    ...moves.whoAreYou,
    ...moves.howAreYou,
    ...moves.human,
    ...moves.goBack,
    ...moves.skip,
  ];
  const question = questionSpans(reading).find((span) => !includes(reading, others, span));
  if (!question) return { why: null, documentQuestion: null };
  return { why: null, documentQuestion: originalSpan(reading, question).text.trim() };
}

function topicOf(reading: Reading): SlotName | null {
  const topics = Object.entries(reading.grammar.moves.topics);
  const [name] = topics.find(([, patterns]) => includes(reading, patterns)) ?? [];
  return name !== undefined && isSlotName(name) ? name : null;
}

function smallTalkIn(reading: Reading): SmallTalk | null {
  const { howAreYou, whoAreYou, thanks, greeting } = reading.grammar.moves;
  if (includes(reading, whoAreYou)) return 'who_are_you';
  if (includes(reading, howAreYou)) return 'how_are_you';
  if (includes(reading, thanks)) return 'thanks';
  return includes(reading, greeting) ? 'greeting' : null;
}
