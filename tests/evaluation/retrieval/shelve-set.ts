import { allVectorsOf } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { LOCAL_HASH_SPACE, localHashProvider } from '#shared/embeddings/local-hash.ts';
import type { SearchDeps } from '#shared/knowledge/search/find-chunks.ts';
import { termsOf } from '#shared/knowledge/terms.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import type { RetrievalSet } from './retrieval-set.ts';

/** Puts every passage of a set on a shelf, one chunk each, as ingestion would index it. */
export async function shelveSet(tenant: Tenant, set: RetrievalSet): Promise<SearchDeps> {
  const table = new InMemoryTable();
  const shelf = new Shelf({ table, objects: new InMemorySegments() });
  const embeddings = freeEmbeddings(localHashProvider);
  const texts = set.passages.map(({ title, text }) => [title, text].filter(Boolean).join('\n'));
  const spaceId = LOCAL_HASH_SPACE;
  const request = { spaceId, inputType: 'document', texts } as const;
  const vectors = allVectorsOf(await embeddings.embed(tenant, request));
  for (const [at, { id, title, text }] of set.passages.entries()) {
    const vector = vectors?.[at];
    if (!vector) continue;
    const heading_path = title ? [title] : [];
    const chunk = {
      ordinal: 0,
      text,
      start: 0,
      end: text.length,
      page: null,
      heading_path,
      hash: id,
    };
    const stored = await shelf.stage(tenant, {
      document_id: id,
      version: 1,
      chunks: [{ chunk, terms: termsOf(texts[at] ?? '') }],
      vectors: { [spaceId]: [vector] },
    });
    await table.transact(tenant, shelf.publish(stored, { title, attributes: {} }));
  }
  return { shelf, embeddings };
}
