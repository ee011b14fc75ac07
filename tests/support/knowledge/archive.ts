import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { continueDocument } from '#shared/knowledge/documents/continue-document.ts';
import { readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { findDocument } from '#shared/knowledge/documents/document-store.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import { type IngestDeps, WORK_SIZES } from '#shared/knowledge/documents/ingest-deps.ts';
import type { IngestMessage } from '#shared/knowledge/documents/ingest-queue.ts';
import { PARSERS } from '#shared/knowledge/parsing/parsers.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { InMemoryDocuments } from './in-memory-documents.ts';
import { InMemorySegments } from './in-memory-segments.ts';
import { InMemoryVersions } from './in-memory-versions.ts';

/** A tenant's bucket, worker and search in memory, on a clock that only tests move. */
export class Archive {
  readonly tenant = trustedTenant('acme');
  readonly clock = new VirtualClock();
  readonly table = new InMemoryDueIndex(new InMemoryTable());
  readonly objects = new InMemoryDocuments(this.clock);
  readonly segments = new InMemorySegments();
  readonly versions = new InMemoryVersions();
  /** Messages that the worker or the reconciler sent. */
  readonly sent: IngestMessage[] = [];
  readonly shelf = new Shelf({ table: this.table, objects: this.segments });
  readonly embeddings = freeEmbeddings(localHashProvider);
  reviewRule: 'automatic' | 'required' = 'automatic';

  readonly deps: IngestDeps = {
    table: this.table,
    clock: this.clock,
    pause: async () => undefined,
    objects: this.objects,
    versions: this.versions,
    queue: { send: async (messages) => void this.sent.push(...messages) },
    sizes: WORK_SIZES,
    embeddings: this.embeddings,
    parsers: PARSERS,
    vectors: this.shelf,
    reviewRule: async () => this.reviewRule,
  };

  keyOf(id: string, file = 'rules.md'): string {
    return `tenants/${this.tenant}/knowledge/${id}/${file}`;
  }

  /** An event of the bucket arrives. */
  follow(key: string, over: Partial<IngestDeps> = {}) {
    return followObject({ ...this.deps, ...over }, parsedKey(key), 'test');
  }

  /** A message arrives that was sent. */
  receive(message: IngestMessage, over: Partial<IngestDeps> = {}) {
    const deps = { ...this.deps, ...over };
    const key = parsedKey(message.key);
    return message.kind === 'unit'
      ? continueDocument(deps, key, message, 'test')
      : followObject(deps, key, 'test', { completing: message.complete });
  }

  /** Every message that was sent arrives, once, and so do those that follow from it. */
  async receiveAll(): Promise<void> {
    for (let next = this.sent.shift(); next; next = this.sent.shift()) await this.receive(next);
  }

  /** Puts a file and has its event arrive. */
  async drop(id: string, content: string | Uint8Array, file?: string) {
    this.objects.drop(this.keyOf(id, file), content);
    return this.follow(this.keyOf(id, file));
  }

  document(id: string) {
    return findDocument(this.table, this.tenant, id);
  }

  /** Ids of the documents that search finds for a word. */
  async found(query: string): Promise<readonly string[]> {
    const request = { query, mode: 'keyword', max_results: 50 } as const;
    const { results } = await searchKnowledge(this, this.tenant, request);
    return results.map(({ document_id }) => document_id).sort();
  }

  /** Names of the events so far, in order. */
  get events(): readonly unknown[] {
    return this.table.waitingIn(OUTBOX_QUEUE).map(({ item }) => item['detail_type']);
  }
}

function parsedKey(key: string) {
  const parsed = readDocumentKey(key);
  if (!parsed) throw new TypeError(`${key} is no document`);
  return parsed;
}
