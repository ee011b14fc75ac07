import { allVectorsOf, type EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { StoredVersion, VectorStore } from '#shared/vectors/vector-store.ts';
import { type Chunk, searchableText } from '../chunks/chunk.ts';
import { DocumentRejectedError } from '../errors.ts';
import { termsOf } from '../terms.ts';
import type { Document } from './document.ts';

export interface IndexDeps {
  readonly embeddings: EmbeddingService;
  readonly vectors: Pick<VectorStore, 'stage' | 'usage'>;
}

/**
 * @throws DocumentRejectedError for a text that gives no chunk, or more than the store still takes.
 * The limit is one of speed: documents that come at the same moment may pass it together.
 */
export async function refuseUnusable(
  { vectors }: Pick<IndexDeps, 'vectors'>,
  tenant: Tenant,
  document: Document,
  chunks: number,
): Promise<void> {
  if (chunks === 0) throw new DocumentRejectedError('The file holds no text');
  const usage = await vectors.usage(tenant, document.document_id);
  if (usage.chunks + chunks > usage.limit)
    throw new DocumentRejectedError(
      `Together the documents have more than ${usage.limit} sections; more need a vector database`,
    );
}

/** Stores the next version of a document, with keywords and vectors of its chunks, unseen by search. */
export async function indexDocument(
  { embeddings, vectors }: IndexDeps,
  tenant: Tenant,
  document: Document,
  chunks: readonly Chunk[],
): Promise<StoredVersion> {
  const texts = chunks.map((chunk) => `${document.title}\n${searchableText(chunk)}`);
  const bySpace = await vectorsBySpace(embeddings, tenant, texts);
  return vectors.stage(tenant, {
    document_id: document.document_id,
    version: document.version + 1,
    chunks: chunks.map((chunk, at) => ({ chunk, terms: termsOf(texts[at] ?? chunk.text) })),
    vectors: bySpace,
  });
}

/** The vectors in every space that all of the texts could be embedded in. */
async function vectorsBySpace(
  embeddings: EmbeddingService,
  tenant: Tenant,
  texts: readonly string[],
) {
  const bySpace: Record<string, readonly Float32Array[]> = {};
  for (const { spaceId } of await embeddings.spaces(tenant)) {
    const outcomes = await embeddings.embed(tenant, { spaceId, inputType: 'document', texts });
    const vectors = allVectorsOf(outcomes);
    if (vectors) bySpace[spaceId] = vectors;
  }
  return bySpace;
}
