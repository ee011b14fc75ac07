import { type Find, findAll, type Reading, type Span } from './reading.ts';
import { sentencesOf } from './sentences.ts';

/** The parts of a message that ask instead of telling: nothing in them is a fact about the site. */
export function questionSpans(reading: Reading): Span[] {
  const { asks, asksWithMark, requests } = reading.grammar.moves;
  const orders = findAll(reading, requests);
  const polite = ({ start }: Find) =>
    orders.some((order) => start >= order.start && start < order.end);
  const doubts = findAll(reading, reading.grammar.guards.unsure);
  // "Not sure how many": nobody is asked.
  const doubted = ({ start }: Find) =>
    doubts.some(({ end }) => end <= start && reading.text.slice(end, start).trim() === '');
  const always = findAll(reading, asks).filter((find) => !polite(find) && !doubted(find));
  const marked = findAll(reading, [...asks, ...asksWithMark]).filter((find) => !polite(find));
  if (always.length + marked.length === 0) return [];
  return sentencesOf(reading).flatMap((sentence) => {
    const hasMark = reading.text.charAt(sentence.end) === '?';
    const begins = hasMark ? beginsClause : beginsSentence;
    const opener = (hasMark ? marked : always).find(
      ({ start }) =>
        start >= sentence.start && start < sentence.end && begins(reading, sentence, start),
    );
    return opener ? [{ start: opener.start, end: sentence.end }] : [];
  });
}

/** Without its mark a question begins with its first words: "so what does ...", "please: what ...". */
const beginsSentence = ({ text }: Reading, sentence: Span, at: number): boolean =>
  /^(?:(?:\S+\s+){0,2}|.*[:-]\s*)$/s.test(text.slice(sentence.start, at).trimStart());

/** "Before I go on: what does ..." asks, "I know what it does" tells. */
function beginsClause({ text }: Reading, sentence: Span, at: number): boolean {
  const before = text.slice(sentence.start, at).trimEnd();
  return before === '' || /[,;:(\-"'¿]$/.test(before) || /^(?:\S+\s?){1,2}$/.test(before);
}
