import type * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { searchableText } from '../chunks/chunk.ts';
import { findChunks, type SearchDeps } from '../search/find-chunks.ts';
import { termsOf } from '../terms.ts';
import type { answerView } from './answer-view.ts';
import type { AnswerWriter, WriteRequest } from './answer-writer.ts';
import { type AskedQuestion, coverageOf, coveredTerms, readQuestion } from './asked-question.ts';
import { chooseStatements } from './choose-statements.ts';
import { plainText } from './plain-text.ts';
import { type SupportedStatement, supportStatement } from './support-statement.ts';

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

export interface AnswerDeps extends SearchDeps {
  /** Words answers where there is a model. @default nobody: the documents answer in their own words */
  readonly writer?: AnswerWriter;
  /** Says that nothing was found. @default in English */
  readonly notFound?: (tenant: Tenant, question: string) => Promise<string>;
}

/**
 * Answers from the tenant's published documents, or says that they do not say. A model's statements
 * count as far as the passages support them; where none is left, the documents' own words do.
 */
export async function answerQuestion(
  deps: AnswerDeps,
  tenant: Tenant,
  question: string,
): Promise<KnowledgeAnswer> {
  const request = { query: question, mode: 'hybrid', max_results: PASSAGES } as const;
  const { view, ranked, degraded } = await findChunks(deps, tenant, request);
  const passages = ranked.map(({ match }) => match);
  const written = await writtenStatements(deps, tenant, { question, passages });
  const statements =
    written.length > 0 ? written : ownWords(readQuestion(question, view), passages);
  if (statements.length === 0) {
    const text = (await deps.notFound?.(tenant, question)) ?? NOT_FOUND;
    return { found: false, text, citations: [], degraded };
  }
  const text = statements.map((statement) => statement.text).join(' ');
  return { found: true, text, citations: statements.map(toCitation), degraded };
}

const NOT_FOUND = 'I could not find an answer to this in your documents.';
const MOST_STATEMENTS = 8;

async function writtenStatements(
  { writer }: AnswerDeps,
  tenant: Tenant,
  request: WriteRequest,
): Promise<readonly SupportedStatement[]> {
  const { question, passages } = request;
  if (!writer || passages.length === 0) return [];
  const written = await writer.write(tenant, request).catch(() => []);
  return written
    .flatMap((statement) => supportStatement(statement, question, passages) ?? [])
    .slice(0, MOST_STATEMENTS);
}

function ownWords(
  asked: AskedQuestion,
  passages: readonly ChunkMatch[],
): readonly SupportedStatement[] {
  const passage = bestPassage(asked, passages);
  const statements = passage ? chooseStatements(asked, passage) : [];
  return statements.map((statement) => ({ ...statement, text: plainText(statement.quote.quote) }));
}

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

const toCitation = ({ match, quote }: SupportedStatement): AnswerCitation => ({
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
