import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { StoredVersion, VectorStore } from '#shared/vectors/vector-store.ts';
import { type Chunk, searchableText } from '../chunks/chunk.ts';
import { DocumentRejectedError } from '../errors.ts';
import { termsOf } from '../terms.ts';
import type { Document } from './document.ts';

export interface IndexDeps {
  readonly embeddings: EmbeddingService;
  readonly vectors: Pick<VectorStore, 'stage'>;
}

/** Chunks of one document above which it belongs into a vector database, not on the shelf. */
const MOST_CHUNKS = 50_000;

/** @throws DocumentRejectedError for a text that gives no chunk, or too many */
export function refuseUnusable(chunks: readonly Chunk[]): void {
  if (chunks.length === 0) throw new DocumentRejectedError('The file holds no text');
  if (chunks.length > MOST_CHUNKS)
    throw new DocumentRejectedError(
      `The text gives more than ${MOST_CHUNKS} sections; split the file`,
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
  const embedded = await embeddings.embed(tenant, texts);
  return vectors.stage(tenant, {
    document_id: document.document_id,
    version: document.version + 1,
    chunks: chunks.map((chunk, at) => ({ chunk, terms: termsOf(texts[at] ?? chunk.text) })),
    vectors: { [embedded.space_id]: embedded.vectors },
  });
}
