import { findAll, type Reading, type Span } from './reading.ts';
import { sentencesOf } from './sentences.ts';

/** The parts of a message that ask instead of telling: nothing in them is a fact about the site. */
export const questionSpans = (reading: Reading): Span[] =>
  sentencesOf(reading).flatMap((sentence) => questionIn(reading, sentence));

function questionIn(reading: Reading, sentence: Span): Span[] {
  const { asks, asksWithMark, requests } = reading.grammar.moves;
  const marked = reading.text.charAt(sentence.end) === '?';
  const openers = findAll(reading, marked ? [...asks, ...asksWithMark] : asks);
  const orders = findAll(reading, requests);
  const opener = openers.find(
    ({ start }) =>
      start >= sentence.start &&
      start < sentence.end &&
      beginsClause(reading, sentence, start) &&
      !orders.some((order) => order.start === start),
  );
  return opener ? [{ start: opener.start, end: sentence.end }] : [];
}

/** "Before I go on: what does ..." asks, "I know what it does" tells. */
function beginsClause({ text }: Reading, sentence: Span, at: number): boolean {
  const before = text.slice(sentence.start, at).trimEnd();
  return before === '' || /[,;:(\-"'¿]$/.test(before) || /^(?:\S+\s?){1,2}$/.test(before);
}
