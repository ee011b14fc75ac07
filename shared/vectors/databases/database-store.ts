import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Write } from '#shared/store/write.ts';
import type { DocumentFacts, IndexedDocument } from '../indexed-document.ts';
import { refuseBadVectors } from '../refuse-bad-vectors.ts';
import type { SearchView } from '../search-view.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { StoredVersion, StoreUsage, VectorStore } from '../vector-store.ts';
import { Attempts, type AttemptsDeps } from './attempts.ts';
import { DatabaseView } from './database-view.ts';
import { forgetVersion, readPlacements } from './placement.ts';
import { PlacementCache } from './placement-cache.ts';
import { Places } from './places.ts';
import { readServing } from './serving.ts';
import { stageInDatabases, stagingTargets } from './stage-in-databases.ts';
import type { ConnectedDatabases } from './vector-database.ts';

export interface DatabaseStoreDeps extends CommitDeps, AttemptsDeps, ConnectedDatabases {
  readonly shelf: Shelf;
  /** Spaces that the shelf keeps in any case, so that search goes on without a database. */
  readonly shelvedSpaces: readonly string[];
}

/** Who notes where vectors are; no audit trail shows it, because nothing changes for people. */
const NOBODY = { actor: { id: 'vectors' }, correlationId: 'vectors' };

/**
 * The shelf with vector databases in front of it. The shelf's list stays the commit of visibility;
 * text and keywords stay on the shelf; what a database is given is noted in the table.
 */
export class DatabaseStore implements VectorStore<SearchView> {
  readonly #deps: DatabaseStoreDeps;
  readonly #attempts: Attempts;
  readonly #placements: PlacementCache;

  constructor(deps: DatabaseStoreDeps) {
    this.#deps = deps;
    this.#attempts = new Attempts(deps);
    this.#placements = new PlacementCache(deps.table);
  }

  /** Where the serving database fails, the shelf takes all vectors: nothing waits for a database. */
  async stage(tenant: Tenant, document: IndexedDocument): Promise<StoredVersion> {
    refuseBadVectors(document);
    const { shelf } = this.#deps;
    const targets = stagingTargets(this.#deps, await readServing(this.#deps.table, tenant));
    if (targets.length === 0) return shelf.stage(tenant, document);
    const stored = await shelf.stage(tenant, this.#shelvedPart(document));
    const { writes, failed } = await stageInDatabases(
      { targets, attempts: this.#attempts },
      tenant,
      stored,
      document,
    );
    await this.#write(tenant, writes);
    return failed ? shelf.stage(tenant, document) : stored;
  }

  publish(stored: StoredVersion, facts: DocumentFacts): readonly Write[] {
    return this.#deps.shelf.publish(stored, facts);
  }

  withdraw(documentId: string): readonly Write[] {
    return this.#deps.shelf.withdraw(documentId);
  }

  usage(tenant: Tenant, besides: string): Promise<StoreUsage> {
    return this.#deps.shelf.usage(tenant, besides);
  }

  /** What a database that is down keeps for now is found by whoever compares it with the list. */
  async discard(tenant: Tenant, stored: StoredVersion): Promise<void> {
    const { document_id, version } = stored;
    for (const database of this.#deps.connected)
      await this.#attempts.does(database.name, () =>
        database.remove(tenant, { document_id, version }),
      );
    const placements = await readPlacements(this.#deps.table, tenant, stored);
    await this.#write(
      tenant,
      placements.map((placement) => forgetVersion(placement.version)),
    );
    await this.#deps.shelf.discard(tenant, stored);
  }

  /** The list is read first: whatever it shows was placed before. */
  async open(tenant: Tenant): Promise<SearchView> {
    const shelf = await this.#deps.shelf.open(tenant);
    const serving = await readServing(this.#deps.table, tenant);
    const placements = await this.#placements.read(tenant, serving.generation);
    const places = new Places(tenant, this.#deps, serving, placements);
    return new DatabaseView(shelf, places, this.#attempts);
  }

  #shelvedPart(document: IndexedDocument): IndexedDocument {
    const shelved = Object.entries(document.vectors).filter(([spaceId]) =>
      this.#deps.shelvedSpaces.includes(spaceId),
    );
    return { ...document, vectors: Object.fromEntries(shelved) };
  }

  async #write(tenant: Tenant, writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return;
    const decision = { writes, events: [], audit: [], response: undefined };
    await commit(this.#deps, { tenant, ...NOBODY }, decision);
  }
}
