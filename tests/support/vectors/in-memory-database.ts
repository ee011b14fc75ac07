import type { Tenant } from '#shared/runtime/tenant.ts';
import type {
  DatabaseName,
  DocumentVersion,
  KeptVectors,
  NearestQuery,
  NearRow,
  VectorDatabase,
  VectorRow,
  VersionRef,
  VersionVectors,
} from '#shared/vectors/databases/vector-database.ts';

/** The port in memory: passes the same conformance suite as the adapters. */
export class InMemoryDatabase implements VectorDatabase {
  readonly name: DatabaseName;
  readonly #kept = new Map<string, { tenant: Tenant; version: VersionVectors }>();
  /** Set, every call fails with it. */
  fault: Error | undefined;

  constructor(name: DatabaseName = 'pgvector') {
    this.name = name;
  }

  async upsert(tenant: Tenant, version: VersionVectors): Promise<void> {
    this.#failIfDown();
    const key = keyOf(tenant, version, version.spaceId);
    if (version.rows.length === 0) this.#kept.delete(key);
    else this.#kept.set(key, { tenant, version: structuredClone(version) });
  }

  async nearest(tenant: Tenant, query: NearestQuery): Promise<readonly NearRow[]> {
    this.#failIfDown();
    const rows = query.among.flatMap((version) =>
      this.#rows(tenant, version, query.spaceId).map(({ ordinal, vector }) => ({
        ...version,
        ordinal,
        score: dot(vector, query.vector),
      })),
    );
    return rows.sort((left, right) => right.score - left.score).slice(0, query.limit);
  }

  async read(tenant: Tenant, version: VersionRef, spaceId: string): Promise<readonly VectorRow[]> {
    this.#failIfDown();
    return [...this.#rows(tenant, version, spaceId)];
  }

  async remove(tenant: Tenant, { document_id, version }: DocumentVersion, content?: string) {
    this.#failIfDown();
    for (const [key, kept] of this.#kept) {
      const same = kept.version.document_id === document_id && kept.version.version === version;
      if (
        kept.tenant === tenant &&
        same &&
        (content ?? kept.version.content) === kept.version.content
      )
        this.#kept.delete(key);
    }
  }

  async *versions(tenant: Tenant): AsyncIterable<KeptVectors> {
    this.#failIfDown();
    for (const { tenant: owner, version } of [...this.#kept.values()]) {
      const { rows, ...ref } = version;
      if (owner === tenant) yield { ...ref, vectors: rows.length };
    }
  }

  #rows(tenant: Tenant, version: VersionRef, spaceId: string): readonly VectorRow[] {
    return this.#kept.get(keyOf(tenant, version, spaceId))?.version.rows ?? [];
  }

  #failIfDown(): void {
    if (this.fault) throw this.fault;
  }
}

const keyOf = (tenant: Tenant, { document_id, version, content }: VersionRef, spaceId: string) =>
  JSON.stringify([tenant, document_id, version, content, spaceId]);

const dot = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
