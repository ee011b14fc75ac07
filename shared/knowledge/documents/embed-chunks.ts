import { type EmbeddingService, isEmbedded } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Chunk, searchableText } from '../chunks/chunk.ts';
import type { DocumentPart } from './document-part.ts';
import type { KnownVectors } from './known-vectors.ts';

/** Chunks to be embedded, with the title of their document. */
interface Passages {
  readonly title: string;
  readonly chunks: readonly Chunk[];
}

/** What of a chunk is compared with questions: its document's title says what it is about, too. */
export const embeddedText = (title: string, chunk: Chunk): string =>
  `${title}\n${searchableText(chunk)}`;

/**
 * Chunks with vectors in every space documents are indexed in: those that are known already, and new
 * ones for the rest. What a provider cannot give now stays open; that is no failure of the document.
 */
export async function embedChunks(
  embeddings: EmbeddingService,
  tenant: Tenant,
  passages: Passages,
  known: KnownVectors,
): Promise<DocumentPart> {
  const spaces: EmbeddedSpace[] = [];
  for (const { spaceId } of await embeddings.spaces(tenant))
    spaces.push(await embedInSpace(embeddings, tenant, passages, { spaceId, known }));
  const embedded = new Set(spaces.flatMap(({ unknown }) => unknown)).size;
  return {
    ...passages,
    vectors: new Map(spaces.map(({ spaceId, rows }) => [spaceId, rows])),
    counts: {
      chunks: passages.chunks.length,
      embedded,
      reused: passages.chunks.length - embedded,
      tokens: spaces.reduce((sum, { tokens }) => sum + tokens, 0),
      cost_microcents: spaces.reduce((sum, { cost }) => sum + cost, 0),
    },
  };
}

interface EmbeddedSpace {
  readonly spaceId: string;
  readonly rows: readonly (Float32Array | null)[];
  /** Positions of the chunks that had no vector yet. */
  readonly unknown: readonly number[];
  readonly tokens: number;
  readonly cost: number;
}

async function embedInSpace(
  embeddings: EmbeddingService,
  tenant: Tenant,
  { title, chunks }: Passages,
  { spaceId, known }: { readonly spaceId: string; readonly known: KnownVectors },
): Promise<EmbeddedSpace> {
  const rows = chunks.map(({ hash }) => known.find(spaceId, hash) ?? null);
  const open = chunks.flatMap((chunk, at) => (rows[at] ? [] : [{ chunk, at }]));
  const texts = open.map(({ chunk }) => embeddedText(title, chunk));
  const request = { spaceId, inputType: 'document', texts } as const;
  const outcomes = texts.length > 0 ? await embeddings.embed(tenant, request) : [];
  const made = outcomes.filter(isEmbedded);
  for (const [index, { at }] of open.entries()) {
    const outcome = outcomes[index];
    if (outcome && isEmbedded(outcome)) rows[at] = outcome.embedding;
  }
  return {
    spaceId,
    rows,
    unknown: open.map(({ at }) => at),
    tokens: made.reduce((sum, { token_count }) => sum + token_count, 0),
    cost: made.reduce((sum, { cost_microcents }) => sum + cost_microcents, 0),
  };
}
