import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { searchableText } from '../chunks/chunk.ts';
import { findChunks, type SearchDeps } from '../search/find-chunks.ts';
import { termsOf } from '../terms.ts';
import { type AskedQuestion, coverageOf, coveredTerms, readQuestion } from './asked-question.ts';
import { chooseStatements, type Statement } from './choose-statements.ts';
import { plainText } from './plain-text.ts';

/** An answer on the wire. */
export const answerView = z.object({
  answer: z.string(),
  found: z.boolean(),
  citations: z.array(
    z.object({
      document_id: z.string(),
      heading_path: z.array(z.string()),
      page: z.int().nullable(),
      quote: z.string(),
    }),
  ),
  degraded: z.boolean(),
});

/** A statement's place in the tenant's documents. */
type AnswerCitation = z.output<typeof answerView>['citations'][number];

export interface KnowledgeAnswer {
  readonly found: boolean;
  /** Words of the documents; where nothing was found, a sentence that says so. */
  readonly text: string;
  /** One per statement, in the order of the text. */
  readonly citations: readonly AnswerCitation[];
  readonly degraded: boolean;
}

/**
 * How much of a question a passage must hold to be taken for its answer. Calibrated on one half of
 * three public sets, reported on the other: `npm run eval:answers`.
 */
const ANSWER_COVERAGE = 0.41;
const PASSAGES = 5;

/** Answers from the tenant's published documents in their own words, or says that they do not say. */
export async function answerQuestion(
  deps: SearchDeps,
  tenant: Tenant,
  question: string,
): Promise<KnowledgeAnswer> {
  const request = { query: question, mode: 'hybrid', max_results: PASSAGES } as const;
  const { view, ranked, degraded } = await findChunks(deps, tenant, request);
  const asked = readQuestion(question, view);
  const passage = bestPassage(
    asked,
    ranked.map(({ match }) => match),
  );
  const statements = passage ? chooseStatements(asked, passage) : [];
  if (statements.length === 0) return { ...NOT_FOUND, degraded };
  const text = statements.map(({ quote }) => plainText(quote.quote)).join(' ');
  return { found: true, text, citations: statements.map(toCitation), degraded };
}

const NOT_FOUND = {
  found: false,
  text: 'I could not find an answer to this in your documents.',
  citations: [],
} as const;

/** The passage that holds most of the question, if it holds enough; the better ranked among equals. */
function bestPassage(
  asked: AskedQuestion,
  passages: readonly ChunkMatch[],
): ChunkMatch | undefined {
  let best: { match: ChunkMatch; coverage: number } | undefined;
  for (const match of passages) {
    const terms = new Set(termsOf(`${match.facts.title}\n${searchableText(match.chunk)}`));
    const coverage = coverageOf(asked, coveredTerms(asked, terms));
    if (coverage >= ANSWER_COVERAGE && coverage > (best?.coverage ?? 0)) best = { match, coverage };
  }
  return best?.match;
}

const toCitation = ({ match, quote }: Statement): AnswerCitation => ({
  document_id: match.document_id,
  heading_path: [...match.chunk.heading_path],
  page: match.chunk.page,
  quote: quote.quote,
});

export const presentAnswer = ({ text, citations, ...rest }: KnowledgeAnswer) => ({
  answer: text,
  citations: [...citations],
  ...rest,
});
