import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { searchableText } from '../chunks/chunk.ts';
import { termsOf } from '../terms.ts';
import { overlapWith, type Question } from './question.ts';

/**
 * What keywords weigh against vectors, when one chunk holds all of a question: there they are the
 * stronger half on every set that was measured (`npm run eval:retrieval`), in every language.
 */
const FULL_WEIGHT = 8;

/**
 * The weight of the keyword ranking against 1 of a vector ranking, 0 … 8. Keywords are believed as
 * far as their best match covers the question: who asks in words of their own is helped by vectors.
 */
export function keywordWeight(question: Question, keywords: readonly ChunkMatch[]): number {
  const [best] = keywords;
  if (!best) return 0;
  const text = `${best.facts.title}\n${searchableText(best.chunk)}`;
  return FULL_WEIGHT * overlapWith(question, new Set(termsOf(text)));
}
