import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { StoredVersion, VectorStore } from '#shared/vectors/vector-store.ts';
import type { Chunk } from '../chunks/chunk.ts';
import { DocumentRejectedError } from '../errors.ts';
import { termsOf } from '../terms.ts';
import type { Document, DocumentSpaces } from './document.ts';
import type { DocumentPart } from './document-part.ts';
import { embedChunks, embeddedText } from './embed-chunks.ts';
import { KnownVectors } from './known-vectors.ts';

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

/** Stores chunks as the next version of a document, with new vectors, unseen by search. */
export async function indexDocument(
  { embeddings, vectors }: IndexDeps,
  tenant: Tenant,
  document: Document,
  chunks: readonly Chunk[],
): Promise<StoredVersion> {
  const passages = { title: document.title, chunks };
  const part = await embedChunks(embeddings, tenant, passages, new KnownVectors());
  return stageVersion({ vectors }, tenant, document, [part]);
}

/** Stores the parts of a document as its next version, in every space that they are complete in. */
export function stageVersion(
  { vectors }: Pick<IndexDeps, 'vectors'>,
  tenant: Tenant,
  { document_id, version }: Document,
  parts: readonly DocumentPart[],
): Promise<StoredVersion> {
  const chunks = parts.flatMap(({ title, chunks: own }) =>
    own.map((chunk) => ({ chunk, terms: termsOf(embeddedText(title, chunk)) })),
  );
  const complete = spacesOf(parts).has.map((space) => [space, rowsIn(parts, space)] as const);
  const indexed = { document_id, version: version + 1, chunks };
  return vectors.stage(tenant, { ...indexed, vectors: Object.fromEntries(complete) });
}

const rowsIn = (parts: readonly DocumentPart[], space: string): readonly Float32Array[] =>
  parts.flatMap(({ vectors }) => (vectors.get(space) ?? []).flatMap((row) => row ?? []));

/** The spaces in which every chunk has a vector, and those that some have been tried in. */
export function spacesOf(parts: readonly DocumentPart[]): DocumentSpaces {
  const tried = [...new Set(parts.flatMap(({ vectors }) => [...vectors.keys()]))];
  const isComplete = (space: string) =>
    parts.every(({ vectors }) => vectors.get(space)?.every((row) => row !== null) ?? false);
  return { has: tried.filter(isComplete), lacks: tried.filter((space) => !isComplete(space)) };
}
