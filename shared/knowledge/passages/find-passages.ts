import type { Tenant } from '#shared/runtime/tenant.ts';
import { isAsking } from '../answers/asking-words.ts';
import { type Authority, authorityOf } from '../authority.ts';
import { searchableText } from '../chunks/chunk.ts';
import { findChunks, type SearchDeps } from '../search/find-chunks.ts';
import type { Question } from '../search/question.ts';
import { quoteFor } from '../search/quote.ts';
import type { RankedChunk } from '../search/re-rank.ts';
import { termsOf } from '../terms.ts';

/** A passage of a published document, and how much its word counts. */
export interface Passage {
  readonly title: string;
  readonly text: string;
  readonly citation: {
    readonly document_id: string;
    readonly heading_path: string[];
    readonly page: number | null;
    readonly quote: string;
  };
  readonly authority: Authority;
  /** 0 … 1: the fused score, PRODUCT section 8. */
  readonly similarity: number;
  /** When its file was written (ISO 8601). */
  readonly datedAt: string | undefined;
  /** How many different words of the topic it holds, those that only ask aside. */
  readonly sharedTerms: number;
}

export interface FoundPassages {
  /** Best first. */
  readonly passages: readonly Passage[];
  /** The tenant has published nothing. */
  readonly isEmpty: boolean;
  readonly degraded: boolean;
}

/** What the tenant's published documents say on a topic, to be weighed rather than shown. */
export async function findPassages(
  deps: SearchDeps,
  tenant: Tenant,
  topic: string,
  limit: number,
): Promise<FoundPassages> {
  const request = { query: topic, mode: 'hybrid', max_results: limit } as const;
  const { view, question, ranked, degraded } = await findChunks(deps, tenant, request);
  const passages = ranked.map((chunk) => toPassage(question, chunk));
  return { passages, isEmpty: view.chunkCount === 0, degraded };
}

function toPassage(question: Question, { match, similarity }: RankedChunk): Passage {
  const { document_id, facts, chunk } = match;
  const terms = new Set(termsOf(`${facts.title}\n${searchableText(chunk)}`));
  return {
    title: facts.title,
    text: chunk.text,
    citation: {
      document_id,
      heading_path: [...chunk.heading_path],
      page: chunk.page,
      quote: quoteFor(question, match).quote,
    },
    authority: authorityOf(facts.attributes['authority']?.[0]),
    similarity,
    datedAt: facts.attributes['dated_at']?.[0],
    sharedTerms: [...question.weights.keys()].filter((term) => terms.has(term) && !isAsking(term))
      .length,
  };
}
