import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { type Quote, quoteOf } from '../search/quote.ts';
import { type Sentence, sentencesOf } from '../search/sentences.ts';
import { termsOf } from '../terms.ts';
import { type AskedQuestion, coverageOf, coveredTerms } from './asked-question.ts';

/** A sentence of a document that answers, with where it stands. */
export interface Statement {
  readonly match: ChunkMatch;
  readonly quote: Quote;
}

/** What a further statement must add to the question's coverage to be worth saying. */
const WORTH_ADDING = 0.15;
const NUMBER_BONUS = 0.1;

/**
 * The sentence of a passage that says most of what is asked, and a second one where it adds
 * something. What headings say is taken as said: under "Visitors" nobody writes "visitors" again.
 */
export function chooseStatements(question: AskedQuestion, match: ChunkMatch): readonly Statement[] {
  const rated = bodySentences(match).map((sentence) => rate(question, sentence));
  const [first] = [...rated].sort((left, right) => right.score - left.score);
  if (!first) return [];
  const second = rated.find((other) => other !== first && adds(question, first, other));
  return [first, ...(second ? [second] : [])]
    .sort((left, right) => left.sentence.start - right.sentence.start)
    .map(({ sentence }) => ({ match, quote: quoteOf(match.chunk.start, sentence) }));
}

interface RatedSentence {
  readonly sentence: Sentence;
  readonly score: number;
  readonly covered: ReadonlyMap<string, number>;
}

function rate(question: AskedQuestion, sentence: Sentence): RatedSentence {
  const covered = coveredTerms(question, new Set(termsOf(sentence.text)));
  const numbered = question.wantsNumber && /\p{N}/u.test(sentence.text);
  return {
    sentence,
    covered,
    score: coverageOf(question, covered) + (numbered ? NUMBER_BONUS : 0),
  };
}

function adds(question: AskedQuestion, first: RatedSentence, other: RatedSentence): boolean {
  const news = new Map([...other.covered].filter(([term]) => !first.covered.has(term)));
  return coverageOf(question, news) >= WORTH_ADDING;
}

/** Headings introduce an answer and rules of tables divide it; neither is one. */
function bodySentences({ chunk }: ChunkMatch): readonly Sentence[] {
  const headings = new Set(chunk.heading_path);
  const sentences = sentencesOf(chunk.text);
  const body = sentences.filter(
    ({ text }) => !/^#{1,6}\s/.test(text) && !headings.has(text.replace(/[:：]$/, '').trim()),
  );
  return body.length > 0 ? body : sentences;
}
