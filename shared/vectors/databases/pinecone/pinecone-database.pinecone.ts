import type { Index } from '@pinecone-database/pinecone';
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
import { namespaceOf, prefixOf, spaceOf } from './namespace.ts';
import { deleteIds, idsWithPrefix, readRecords, untilVisible } from './records.pinecone.ts';
import { type PineconeSettings, WidthIndexes } from './width-indexes.pinecone.ts';

/** Records and bytes of one upsert: the service takes 1,000 and 2 MB. */
const BATCH = { count: 1_000, bytes: 1_900_000 };
/** Versions that one question names; the service takes 10,000 values in a filter. */
const VERSIONS = { count: 1_000, bytes: 100_000 };
/** The service's own limit. */
const MOST_RESULTS = 10_000;

interface PineconeDeps extends PineconeSettings {
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Vectors in Pinecone, a namespace per tenant and space. */
export class PineconeDatabase implements VectorDatabase {
  readonly name = 'pinecone';
  readonly #indexes: WidthIndexes;
  readonly #pause: PineconeDeps['pause'];

  constructor({ pause, ...settings }: PineconeDeps) {
    this.#indexes = new WidthIndexes(settings);
    this.#pause = pause;
  }

  /** Returns when a search sees the records: the service shows them some seconds after it took them. */
  async upsert(tenant: Tenant, { spaceId, rows, ...version }: VersionVectors): Promise<void> {
    const namespace = namespaceOf(tenant, spaceId);
    const [first] = rows;
    if (!first) return this.#clear(namespace, version);
    const index = (await this.#indexes.make(first.vector.length)).namespace(namespace);
    for (const batch of batchesOf(rows, BATCH, bytesOf))
      await index.upsert({ records: batch.map((row) => toRecord(version, row)) });
    const wanted = new Set(rows.map(({ ordinal }) => recordId(version, ordinal)));
    const kept = await idsWithPrefix(index, `${versionKey(version)}#`);
    await deleteIds(
      index,
      kept.filter((id) => !wanted.has(id)),
    );
    await untilVisible(index, this.#pause, {
      vector: [...first.vector],
      filter: { key: { $eq: versionKey(version) } },
      topK: Math.min(rows.length, MOST_RESULTS),
    });
  }

  async nearest(tenant: Tenant, query: NearestQuery): Promise<readonly NearRow[]> {
    const { vector, spaceId, limit } = query;
    if (limit > MOST_RESULTS)
      throw new RangeError(`Pinecone finds at most ${MOST_RESULTS} at once`);
    const index = (await this.#indexes.find(vector.length))?.namespace(
      namespaceOf(tenant, spaceId),
    );
    if (!index) return [];
    const keys = query.among.map(versionKey);
    const batches = [...batchesOf(keys, VERSIONS, ({ length }) => length)];
    const answers = await Promise.all(
      batches.map(async (batch) => {
        const filter = { key: { $in: [...batch] } };
        const { matches } = await index.query({ vector: [...vector], topK: limit, filter });
        return matches.map(({ id, score = 0 }) => ({ ...readRecordId(id), score }));
      }),
    );
    return mergeRanked(answers, limit);
  }

  async read(tenant: Tenant, version: VersionRef, spaceId: string): Promise<readonly VectorRow[]> {
    const namespace = namespaceOf(tenant, spaceId);
    for (const index of await this.#indexes.all()) {
      const rows = await readRecords(index.namespace(namespace), versionKey(version));
      if (rows.length > 0) return rows;
    }
    return [];
  }

  async remove(
    tenant: Tenant,
    { document_id, version }: DocumentVersion,
    content?: string,
  ): Promise<void> {
    const prefix = versionKey({ document_id, version, content: content ? `${content}#` : '' });
    for await (const { index } of this.#namespaces(tenant))
      await deleteIds(index, await idsWithPrefix(index, prefix));
  }

  async *versions(tenant: Tenant): AsyncIterable<KeptVectors> {
    for await (const { index, spaceId } of this.#namespaces(tenant)) {
      const counted = new Map<string, KeptVectors>();
      for (const id of await idsWithPrefix(index, '')) {
        const { ordinal: _, ...version } = readRecordId(id);
        const { vectors = 0 } = counted.get(versionKey(version)) ?? {};
        counted.set(versionKey(version), { ...version, spaceId, vectors: vectors + 1 });
      }
      yield* counted.values();
    }
  }

  async #clear(namespace: string, version: VersionRef): Promise<void> {
    for (const index of await this.#indexes.all()) {
      const own = index.namespace(namespace);
      await deleteIds(own, await idsWithPrefix(own, `${versionKey(version)}#`));
    }
  }

  async *#namespaces(tenant: Tenant): AsyncIterable<{ index: Index; spaceId: string }> {
    const prefix = prefixOf(tenant);
    for (const index of await this.#indexes.all()) {
      let paginationToken: string | undefined;
      do {
        const page = await index.listNamespaces({
          prefix,
          ...(paginationToken && { paginationToken }),
        });
        for (const { name = '' } of page.namespaces ?? [])
          yield { index: index.namespace(name), spaceId: spaceOf(tenant, name) };
        paginationToken = page.pagination?.next;
      } while (paginationToken);
    }
  }
}

/** Nine digits say a float exactly; more would only be more bytes. */
const toRecord = (version: VersionRef, { ordinal, vector }: VectorRow) => ({
  id: recordId(version, ordinal),
  values: Array.from(vector, (value) => Number(value.toPrecision(9))),
  metadata: { key: versionKey(version) },
});

const bytesOf = ({ vector }: VectorRow): number => 14 * vector.length + 1_000;
