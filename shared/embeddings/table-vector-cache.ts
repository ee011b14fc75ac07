import * as z from 'zod';
import { chunk } from '#shared/queue/chunk.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { MAX_ACTIONS } from '#shared/store/commit.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import type { Put } from '#shared/store/write.ts';
import { bytesOfVector, vectorOfBytes } from './vector-bytes.ts';
import type { KnownVector, VectorCache } from './vector-cache.ts';

/** PRODUCT section 7. */
const KEPT_MS = 24 * 60 * 60_000;
/** DynamoDB's limits: keys of one read, and bytes of one transaction with room for all but vectors. */
const MOST_KEYS = 100;
const MOST_BYTES = 3_000_000;

const keyOf = (key: string): Key => ({ partition: `EMBEDDING#${key}`, sort: 'VECTOR' });

const stored = z.object({
  vector: z.instanceof(Uint8Array),
  provider: z.string(),
  model: z.string(),
  /** The table forgets late, so an item says itself how long it counts. */
  until: z.iso.datetime(),
});

/** Vectors in the tenant's part of the table, one small item each, for a day. */
export class TableVectorCache implements VectorCache {
  readonly #table: Table;
  readonly #clock: Clock;

  constructor(table: Table, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async read(tenant: Tenant, keys: readonly string[]): Promise<ReadonlyMap<string, KnownVector>> {
    const limits = { items: MOST_KEYS, weight: Number.POSITIVE_INFINITY };
    const parts = chunk(keys, () => 1, limits);
    const pages = await Promise.all(
      parts.map((part) => this.#table.getMany(tenant, part.map(keyOf))),
    );
    const items = pages.flat();
    return new Map(
      keys.flatMap((key, at) => {
        const known = this.#knownIn(items[at]);
        return known ? [[key, known] as const] : [];
      }),
    );
  }

  async write(tenant: Tenant, entries: ReadonlyMap<string, KnownVector>): Promise<void> {
    const until = new Date(this.#clock.now().getTime() + KEPT_MS).toISOString();
    const limits = { items: MAX_ACTIONS, weight: MOST_BYTES };
    const parts = chunk([...entries], ([, { embedding }]) => embedding.byteLength, limits);
    const writes = parts.map((part) =>
      this.#table.transact(
        tenant,
        part.map(([key, known]) => putVector(key, known, until)),
      ),
    );
    await Promise.all(writes);
  }

  #knownIn(item: Item | undefined): KnownVector | undefined {
    const { data } = stored.safeParse(item);
    if (!data || data.until <= this.#clock.now().toISOString()) return undefined;
    const embedding = vectorOfBytes(data.vector);
    return embedding && { embedding, provider: data.provider, model: data.model };
  }
}

const putVector = (
  key: string,
  { embedding, provider, model }: KnownVector,
  until: string,
): Put => ({
  action: 'put',
  key: keyOf(key),
  item: { vector: bytesOfVector(embedding), provider, model, until },
  expiresAt: until,
});
