import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { authorityWeight } from '../authority.ts';
import { searchableText } from '../chunks/chunk.ts';
import { toPlainCharacters } from '../curation/pii/plain-characters.ts';
import type { Quote } from '../search/quote.ts';
import { termsOf } from '../terms.ts';
import { isAsking } from './asking-words.ts';
import { linksIn, plainText } from './plain-text.ts';
import { languageOf } from './question-language.ts';
import type { WrittenStatement } from './written-answer.ts';

/** A statement that a passage supports, with the words that do. */
export interface SupportedStatement {
  readonly match: ChunkMatch;
  readonly quote: Quote;
  readonly text: string;
}

const LONGEST_STATEMENT = 600;
const LONGEST_QUOTE = 300;
/** Shorter words stand in every passage. */
const SHORTEST_QUOTE = 8;
/** Of the words of a statement, those that its passage or the question must have. */
const SHARED_WORDS = 0.5;

/**
 * A written statement, if its passage supports it: the quoted words stand there, every number does,
 * and so do most of its words, unless it is written in another language. Otherwise undefined.
 */
export function supportStatement(
  { text: written, passage, quote: quoted }: WrittenStatement,
  question: string,
  passages: readonly ChunkMatch[],
): SupportedStatement | undefined {
  const match = passages[passage];
  const quote = match && quoteIn(match, quoted);
  if (!match || !quote || written.length > LONGEST_STATEMENT) return undefined;
  const text = plainText(written, trustedLinks(match));
  const source = `${match.facts.title}\n${searchableText(match.chunk)}`;
  const isSupported =
    text !== '' && hasNumbersOf(text, source) && hasWordsOf(text, source, question);
  return isSupported ? { match, quote, text } : undefined;
}

/** The quoted words where they stand, however their lines were broken. */
function quoteIn({ chunk }: ChunkMatch, quoted: string): Quote | undefined {
  const words = quoted.trim().split(/\s+/);
  const pattern = words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+');
  const found = quoted.length <= LONGEST_QUOTE ? new RegExp(pattern, 'u').exec(chunk.text) : null;
  if (!found || found[0].length < SHORTEST_QUOTE) return undefined;
  const start = chunk.start + found.index;
  return { quote: found[0], start, end: start + found[0].length };
}

/** Only documents whose word counts much may have people click on something. */
const TRUSTED = authorityWeight('high');

const trustedLinks = ({ facts, chunk }: ChunkMatch): readonly string[] =>
  authorityWeight(facts.attributes['authority']?.[0]) >= TRUSTED ? linksIn(chunk.text) : [];

function hasNumbersOf(text: string, source: string): boolean {
  const known = new Set(numbersIn(source));
  return numbersIn(text).every((number) => known.has(number));
}

const numbersIn = (text: string): readonly string[] =>
  (toPlainCharacters(text).plain.match(/\d+/g) ?? []).map((number) =>
    number.replace(/^0+(?=\d)/, ''),
  );

function hasWordsOf(text: string, source: string, question: string): boolean {
  const [language, original] = [languageOf(text), languageOf(source)];
  if (language && original && language !== original) return true;
  const known = new Set(termsOf(`${source}\n${question}`));
  const words = termsOf(text).filter((term) => !isAsking(term));
  return words.filter((term) => known.has(term)).length >= words.length * SHARED_WORDS;
}
