import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { termsOf } from '../terms.ts';
import { overlapWith, type Question } from './question.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Words of a document, with where they stand in its text (UTF-16, end exclusive). */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_QUOTE = 300;

/** The statement of a chunk that shares most with the question; the first one when none does. */
export function quoteFor(question: Question, { chunk }: ChunkMatch): Quote {
  let best: { sentence: Sentence; overlap: number } | undefined;
  for (const sentence of sentencesOf(chunk.text)) {
    const overlap = overlapWith(question, new Set(termsOf(sentence.text)));
    if (!best || overlap > best.overlap) best = { sentence, overlap };
  }
  const sentence = best?.sentence ?? { text: chunk.text, start: 0, end: chunk.text.length };
  return quoteOf(chunk.start, sentence);
}

/** A sentence as a quote of its document; longer ones are cut at a word. */
export function quoteOf(chunkStart: number, { text, start }: Sentence): Quote {
  const quote = text.length <= LONGEST_QUOTE ? text : cutAtWord(text);
  return { quote, start: chunkStart + start, end: chunkStart + start + quote.length };
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ', LONGEST_QUOTE);
  const end = space > LONGEST_QUOTE / 2 ? space : LONGEST_QUOTE;
  // Never half of a surrogate pair.
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
}
