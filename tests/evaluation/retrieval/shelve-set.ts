import type { EmbeddingProvider } from '#shared/embeddings/embedding-provider.ts';
import { allVectorsOf, type EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { answerQuestion } from '#shared/knowledge/answers/answer-question.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import type { SearchMode } from '#shared/knowledge/search/search-request.ts';
import { termsOf } from '#shared/knowledge/terms.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { mergeShelf } from '#shared/vectors/shelf/merge-shelf.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import type { RetrievalSet } from './retrieval-set.ts';

/** A set on a shelf, one chunk per passage, as ingestion would index it. */
export interface ShelvedSet {
  /** Ids of the ten best passages. */
  find(question: string, mode: SearchMode): Promise<readonly string[]>;
  /** Whether an answer is found in the set, and ids of the passages that it cites. */
  answer(question: string): Promise<{ readonly found: boolean; readonly cited: readonly string[] }>;
  /** All passages into vectors. */
  readonly embedMs: number;
  /** Text, keywords and vectors as they are stored. */
  readonly bytes: number;
}

const tenant = trustedTenant('evaluation');

export async function shelveSet(
  set: RetrievalSet,
  provider: EmbeddingProvider,
): Promise<ShelvedSet> {
  const [table, objects] = [new InMemoryTable(), new InMemorySegments()];
  const shelf = new Shelf({ table, objects });
  const embeddings = freeEmbeddings(provider);
  const texts = set.passages.map(({ title, text }) => [title, text].filter(Boolean).join('\n'));
  const begun = performance.now();
  const vectors = await embedAll(embeddings, provider.spaceId, texts);
  const embedMs = performance.now() - begun;
  for (const [at, { id, title, text }] of set.passages.entries()) {
    const heading_path = title ? [title] : [];
    const place = { ordinal: 0, start: 0, end: text.length, page: null };
    const stored = await shelf.stage(tenant, {
      document_id: documentId(at),
      version: 1,
      chunks: [
        { chunk: { ...place, text, heading_path, hash: id }, terms: termsOf(texts[at] ?? '') },
      ],
      vectors: { [provider.spaceId]: vectors.slice(at, at + 1) },
    });
    await table.transact(tenant, shelf.publish(stored, { title, attributes: {} }));
  }
  const bytes = [...objects.objects.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  await mergeShelf({ table, objects, clock: new VirtualClock(), pause: async () => {} }, tenant);
  return {
    embedMs,
    bytes,
    find: async (query, mode) => {
      const request = { query, mode, max_results: 10 };
      const { results } = await searchKnowledge({ shelf, embeddings }, tenant, request);
      return results.map(({ document_id }) => set.passages[Number(document_id)]?.id ?? '');
    },
    answer: async (question) => {
      const { found, citations } = await answerQuestion({ shelf, embeddings }, tenant, question);
      const cited = citations.map(({ document_id }) => set.passages[Number(document_id)]?.id ?? '');
      return { found, cited };
    },
  };
}

/** In the order of the set, as ids of documents are in the order of their arrival: ties are ranked by it. */
const documentId = (at: number): string => String(at).padStart(8, '0');

async function embedAll(
  embeddings: EmbeddingService,
  spaceId: string,
  texts: readonly string[],
): Promise<readonly Float32Array[]> {
  const request = { spaceId, inputType: 'document', texts } as const;
  const vectors = allVectorsOf(await embeddings.embed(tenant, request));
  if (!vectors) throw new Error(`Not all passages could be embedded in ${spaceId}`);
  return vectors;
}
