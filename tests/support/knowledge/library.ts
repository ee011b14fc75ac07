import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';
import { factsOf } from '#shared/knowledge/documents/change-document.ts';
import { documentLabels } from '#shared/knowledge/documents/document.ts';
import { indexDocument } from '#shared/knowledge/documents/index-document.ts';
import { newDocument } from '#shared/knowledge/documents/new-document.ts';
import type { SearchDeps } from '#shared/knowledge/search/find-chunks.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { InMemorySegments } from './in-memory-segments.ts';

/** A tenant's published documents in memory, to search and to ask. */
export function createLibrary(embeddings: EmbeddingService = freeEmbeddings(localHashProvider)) {
  const tenant = trustedTenant('acme');
  const table = new InMemoryTable();
  const shelf = new Shelf({ table, objects: new InMemorySegments() });
  const deps: SearchDeps = { shelf, embeddings };

  async function add(id: string, text: string, labels: object = {}): Promise<void> {
    const basics = {
      document_id: id,
      title: id,
      file_name: `${id}.md`,
      content_type: null,
      object_key: id,
      labels: documentLabels.parse(labels),
      created_by: null,
    };
    const document = newDocument(basics, new Date(0));
    const indexing = { embeddings: deps.embeddings, vectors: shelf };
    const stored = await indexDocument(indexing, tenant, document, cutIntoChunks(text));
    await table.transact(tenant, shelf.publish(stored, factsOf(document)));
  }

  return { tenant, deps, add };
}
