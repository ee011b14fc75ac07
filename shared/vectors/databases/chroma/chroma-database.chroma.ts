import type { Collection, Where } from 'chromadb';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { batchesOf } from '../batches.ts';
import { mergeRanked } from '../merge-ranked.ts';
import type {
  DocumentVersion,
  KeptVectors,
  NearestQuery,
  NearRow,
  VectorDatabase,
  VectorRow,
  VersionRef,
  VersionVectors,
} from '../vector-database.ts';
import { readRecordId, recordId, versionKey } from '../version-key.ts';
import { type ChromaSettings, TenantCollections } from './tenant-collections.chroma.ts';

/** Rows and bytes of one request; the server takes some 5,000 rows. */
const BATCH = { count: 1_000, bytes: 4 * 1024 * 1024 };
/** Versions that one question names. */
const VERSIONS = 500;
const PAGE = 500;

/** Vectors in Chroma. */
export class ChromaDatabase implements VectorDatabase {
  readonly name = 'chroma';
  readonly #collections: TenantCollections;

  constructor(settings: ChromaSettings) {
    this.#collections = new TenantCollections(settings);
  }

  async upsert(tenant: Tenant, { spaceId, rows, ...version }: VersionVectors): Promise<void> {
    const collection = await this.#collections.make(tenant, spaceId);
    for (const batch of batchesOf(rows, BATCH, bytesOf)) await put(collection, version, batch);
    const wanted = new Set(rows.map(({ ordinal }) => recordId(version, ordinal)));
    const { ids } = await collection.get({ where: { key: versionKey(version) }, include: [] });
    await deleteAll(
      collection,
      ids.filter((id) => !wanted.has(id)),
    );
  }

  async nearest(tenant: Tenant, query: NearestQuery): Promise<readonly NearRow[]> {
    const collection = await this.#collections.find(tenant, query.spaceId);
    if (!collection) return [];
    const answers: (readonly NearRow[])[] = [];
    for (const versions of batchesOf(query.among, { count: VERSIONS, bytes: Infinity }, () => 1))
      answers.push(await nearestAmong(collection, query, versions));
    return mergeRanked(answers, query.limit);
  }

  async read(tenant: Tenant, version: VersionRef, spaceId: string): Promise<readonly VectorRow[]> {
    const collection = await this.#collections.find(tenant, spaceId);
    if (!collection) return [];
    const found: VectorRow[] = [];
    const where = { key: versionKey(version) };
    for (let offset = 0; ; offset += PAGE) {
      const page = await collection.get({ where, include: ['embeddings'], limit: PAGE, offset });
      for (const [at, id] of page.ids.entries())
        found.push({
          ordinal: readRecordId(id).ordinal,
          vector: Float32Array.from(page.embeddings[at] ?? []),
        });
      if (page.ids.length < PAGE) return found.sort((left, right) => left.ordinal - right.ordinal);
    }
  }

  async remove(
    tenant: Tenant,
    { document_id, version }: DocumentVersion,
    content?: string,
  ): Promise<void> {
    const conditions: Where[] = [{ document_id }, { version }];
    if (content) conditions.push({ content });
    for await (const { collection } of this.#collections.all(tenant)) {
      const { ids } = await collection.get({ where: { $and: conditions }, include: [] });
      await deleteAll(collection, ids);
    }
  }

  async *versions(tenant: Tenant): AsyncIterable<KeptVectors> {
    for await (const { spaceId, collection } of this.#collections.all(tenant))
      for (const kept of (await countVersions(collection)).values()) yield { ...kept, spaceId };
  }
}

/** Requests are JSON: a float takes some eleven letters. */
const bytesOf = ({ vector }: VectorRow): number => 11 * vector.length + 300;

async function put(
  collection: Collection,
  version: VersionRef,
  rows: readonly VectorRow[],
): Promise<void> {
  await collection.upsert({
    ids: rows.map(({ ordinal }) => recordId(version, ordinal)),
    embeddings: rows.map(({ vector }) => [...vector]),
    metadatas: rows.map(() => ({ ...version, key: versionKey(version) })),
  });
}

async function nearestAmong(
  collection: Collection,
  { vector, limit }: NearestQuery,
  versions: readonly VersionRef[],
): Promise<readonly NearRow[]> {
  const { ids, distances } = await collection.query({
    queryEmbeddings: [[...vector]],
    nResults: limit,
    where: { key: { $in: versions.map(versionKey) } },
    include: ['distances'],
  });
  return (ids[0] ?? []).map((id, at) => ({
    ...readRecordId(id),
    score: 1 - (distances[0]?.[at] ?? 1),
  }));
}

async function deleteAll(collection: Collection, ids: readonly string[]): Promise<void> {
  for (const batch of batchesOf(ids, BATCH, ({ length }) => length))
    await collection.delete({ ids: [...batch] });
}

async function countVersions(collection: Collection) {
  const counted = new Map<string, VersionRef & { vectors: number }>();
  for (let offset = 0; ; offset += PAGE) {
    const { ids } = await collection.get({ include: [], limit: PAGE, offset });
    for (const { ordinal: _, ...version } of ids.map(readRecordId)) {
      const before = counted.get(versionKey(version))?.vectors ?? 0;
      counted.set(versionKey(version), { ...version, vectors: before + 1 });
    }
    if (ids.length < PAGE) return counted;
  }
}
