import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { diversify } from './diversify.ts';
import { keywordWeight } from './keyword-weight.ts';
import { findNear, type NearChunks } from './near-chunks.ts';
import { type Question, weighQuestion } from './question.ts';
import { fuseRankings, type Ranking } from './rank-fusion.ts';
import { type Candidate, type RankedChunk, reRank } from './re-rank.ts';
import type { SearchRequest } from './search-request.ts';

export interface SearchDeps {
  readonly shelf: { open(tenant: Tenant): Promise<SearchView> };
  readonly embeddings: EmbeddingService;
}

export interface FoundChunks {
  readonly view: SearchView;
  readonly question: Question;
  readonly ranked: readonly RankedChunk[];
  readonly degraded: boolean;
}

/** Results that each half contributes before they are ranked together. */
const CANDIDATES = 100;

/** The chunks that a question is about, best first: keywords and vectors fused, then ranked again. */
export async function findChunks(
  deps: SearchDeps,
  tenant: Tenant,
  request: SearchRequest,
): Promise<FoundChunks> {
  const { query, mode, max_results, filter = {} } = request;
  const view = await deps.shelf.open(tenant);
  const question = weighQuestion(query, view);
  const wanted = { query, limit: CANDIDATES, filter };
  const keywords = view.matching({ terms: [...question.weights.keys()], ...wanted });
  const near =
    mode === 'keyword' ? NOT_ASKED : await findNear(deps.embeddings, tenant, view, wanted);
  // Without vectors keywords answer alone, whatever was asked for: poorer, and said so.
  const byKeywords = mode !== 'semantic' || near.rankings.length === 0;
  const rankings = [
    ...(byKeywords ? [{ weight: keywordWeight(question, keywords), values: keywords }] : []),
    ...near.rankings.map((values) => ({ weight: 1, values })),
  ];
  const ranked = diversify(reRank(fuse(rankings, keywords)), max_results);
  return { view, question, ranked, degraded: near.degraded };
}

const NOT_ASKED: NearChunks = { rankings: [], degraded: false };

function fuse(
  rankings: readonly Ranking<ChunkMatch>[],
  keywords: readonly ChunkMatch[],
): readonly Candidate[] {
  const best = keywords[0]?.score ?? 1;
  const overlaps = new Map(keywords.map((match) => [keyOf(match), match.score / best]));
  return fuseRankings(rankings, keyOf).map(({ value, similarity }) => ({
    match: value,
    similarity,
    overlap: overlaps.get(keyOf(value)) ?? 0,
  }));
}

const keyOf = ({ document_id, chunk }: ChunkMatch): string => `${document_id}\n${chunk.ordinal}`;
