import type { Tenant } from '#shared/runtime/tenant.ts';
import { findChunks, type SearchDeps } from './find-chunks.ts';
import type { Question } from './question.ts';
import { quoteFor } from './quote.ts';
import type { RankedChunk } from './re-rank.ts';
import type { SearchAnswer, SearchRequest } from './search-request.ts';

/** What the tenant's published documents say about a query, best first, each result with a citation. */
export async function searchKnowledge(
  deps: SearchDeps,
  tenant: Tenant,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { question, ranked, degraded } = await findChunks(deps, tenant, request);
  const results = ranked.map((chunk) => toResult(question, chunk));
  return { query: request.query, mode: request.mode, degraded, results };
}

function toResult(question: Question, { match, score }: RankedChunk) {
  const { document_id, facts, chunk } = match;
  return {
    document_id,
    title: facts.title,
    heading_path: [...chunk.heading_path],
    page: chunk.page,
    text: chunk.text,
    score,
    citation: quoteFor(question, match),
  };
}
