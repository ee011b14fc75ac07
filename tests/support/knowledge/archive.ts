import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { findDocument } from '#shared/knowledge/documents/document-store.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import { type IngestDeps, WORK_SIZES } from '#shared/knowledge/documents/ingest-deps.ts';
import type { IngestMessage } from '#shared/knowledge/documents/ingest-queue.ts';
import { takeUp } from '#shared/knowledge/documents/take-up.ts';
import { PARSERS } from '#shared/knowledge/parsing/parsers.ts';
import type { FreeVectorsDeps } from '#shared/knowledge/reconcile/free-vectors.ts';
import { reconcileTenant } from '#shared/knowledge/reconcile/reconcile-tenant.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { InMemoryDocuments } from './in-memory-documents.ts';
import { listingOf } from './in-memory-listing.ts';
import { InMemorySegments } from './in-memory-segments.ts';
import { InMemoryVersions } from './in-memory-versions.ts';

/** A tenant's bucket, worker and search in memory, on a clock that only tests move. */
export class Archive {
  readonly tenant = trustedTenant('acme');
  readonly clock = new VirtualClock();
  readonly table = new InMemoryDueIndex(new InMemoryTable());
  readonly objects = new InMemoryDocuments(this.clock);
  readonly segments = new InMemorySegments();
  readonly versions = new InMemoryVersions(this.segments.objects);
  /** Messages that the worker or the reconciler sent. */
  readonly sent: IngestMessage[] = [];
  readonly shelf = new Shelf({ table: this.table, objects: this.segments });
  readonly embeddings = freeEmbeddings(localHashProvider);
  readonly deps: IngestDeps;
  reviewRule: 'automatic' | 'required' = 'automatic';
  piiPolicy: 'keep' | 'mask' = 'keep';

  constructor({ sizes = WORK_SIZES }: Partial<Pick<IngestDeps, 'sizes'>> = {}) {
    this.deps = {
      table: this.table,
      clock: this.clock,
      pause: async () => undefined,
      objects: this.objects,
      versions: this.versions,
      queue: { send: async (messages) => void this.sent.push(...messages) },
      sizes,
      embeddings: this.embeddings,
      parsers: PARSERS,
      vectors: this.shelf,
      reviewRule: async () => this.reviewRule,
      piiPolicy: async () => this.piiPolicy,
    };
  }

  keyOf(id: string, file = 'rules.md'): string {
    return `tenants/${this.tenant}/knowledge/${id}/${file}`;
  }

  /** An event of the bucket arrives. */
  follow(key: string, over: Partial<IngestDeps> = {}) {
    return followObject({ ...this.deps, ...over }, parsedKey(key), 'test');
  }

  /** A message arrives that was sent. */
  receive(message: IngestMessage, over: Partial<IngestDeps> = {}) {
    return takeUp({ ...this.deps, ...over }, parsedKey(message.key), message);
  }

  /** Every message that was sent arrives, once, and so do those that follow from it. */
  async receiveAll(over: Partial<IngestDeps> = {}): Promise<void> {
    for (let next = this.sent.shift(); next; next = this.sent.shift())
      await this.receive(next, over);
  }

  /** Puts a file and has its event arrive. */
  async drop(id: string, content: string | Uint8Array, file?: string) {
    this.objects.drop(this.keyOf(id, file), content);
    return this.follow(this.keyOf(id, file));
  }

  /** Somebody compares bucket and index; what is to be done about it is done. */
  async reconcile(over: Partial<IngestDeps & FreeVectorsDeps> = {}) {
    const deps = { databases: async () => [], ...this.deps, ...over, objects: listingOf(this) };
    const findings = await reconcileTenant(deps, this.tenant);
    await this.receiveAll(over);
    return findings;
  }

  document(id: string) {
    return findDocument(this.table, this.tenant, id);
  }

  /** Ids of the documents that search finds for a word. */
  async found(query: string): Promise<readonly string[]> {
    const request = { query, mode: 'keyword', max_results: 50 } as const;
    const { results } = await searchKnowledge(this, this.tenant, request);
    return [...new Set(results.map(({ document_id }) => document_id))].sort();
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
