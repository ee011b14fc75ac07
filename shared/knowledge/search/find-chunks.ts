import { type EmbeddingService, isEmbedded } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import type { ChunkMatch, Filter } from '#shared/vectors/vector-store.ts';
import { termsOf } from '../terms.ts';
import { diversify } from './diversify.ts';
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

/** Keywords are the stronger half on every set that was measured (`npm run eval:retrieval`). */
const KEYWORD_WEIGHT = 2;
/** Results that each half contributes before they are ranked together. */
const CANDIDATES = 100;

/** The chunks that a question is about, best first: keywords and vectors fused, then ranked again. */
export async function findChunks(
  deps: SearchDeps,
  tenant: Tenant,
  request: SearchRequest,
): Promise<FoundChunks> {
  const { query, mode, max_results } = request;
  const view = await deps.shelf.open(tenant);
  const filter: Filter = request.filter ?? {};
  const keywords = matching(view, query, filter);
  const near = mode === 'keyword' ? undefined : await nearest(deps, tenant, view, query, filter);
  const degraded = mode !== 'keyword' && !near;
  // Without vectors keywords answer alone, whatever was asked for: poorer, and said so.
  const byKeywords = mode !== 'semantic' || degraded;
  const rankings = [
    ...(byKeywords ? [{ weight: KEYWORD_WEIGHT, values: keywords }] : []),
    ...(near ? [{ weight: 1, values: near }] : []),
  ];
  const question = weighQuestion(query, (term) => view.rarity(term));
  const ranked = diversify(reRank(fuse(rankings, keywords)), max_results);
  return { view, question, ranked, degraded };
}

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

const matching = (view: SearchView, query: string, filter: Filter): readonly ChunkMatch[] =>
  view.matching({ terms: termsOf(query), limit: CANDIDATES, filter });

/** Undefined when no vector of the question could be had. */
async function nearest(
  { embeddings }: SearchDeps,
  tenant: Tenant,
  view: SearchView,
  query: string,
  filter: Filter,
): Promise<readonly ChunkMatch[] | undefined> {
  const space = (await embeddings.spaces(tenant)).at(-1);
  if (!space) return undefined;
  const { spaceId, noiseFloor } = space;
  const request = { spaceId, inputType: 'query', texts: [query] } as const;
  const outcomes = await embeddings.embed(tenant, request).catch(() => []);
  const [embedded] = outcomes;
  if (!embedded || !isEmbedded(embedded)) return undefined;
  const vector = embedded.embedding;
  const matches = await view.nearest({ spaceId, vector, limit: CANDIDATES, filter });
  return matches.filter(({ score }) => score > noiseFloor);
}
