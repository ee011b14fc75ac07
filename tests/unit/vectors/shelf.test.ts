import { describe, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { SegmentCache } from '#shared/vectors/shelf/segment-cache.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

const acme = trustedTenant('acme');

function createShelf() {
  const table = new InMemoryTable();
  const objects = new InMemorySegments();
  const store = new Shelf({ table, objects });
  return { table, objects, store, transact: table.transact.bind(table) };
}

vectorStoreSuite('the shelf', async () => createShelf());

const indexed = (id: string, texts: readonly string[]) => ({
  document_id: id,
  version: 1,
  chunks: texts.map((text, ordinal) => ({
    chunk: { ordinal, text, start: 0, end: 1, page: null, heading_path: [], hash: text },
    terms: text.split(' '),
  })),
  vectors: {},
});

async function shelfWith(documents: Readonly<Record<string, readonly string[]>>) {
  const shelf = createShelf();
  for (const [id, texts] of Object.entries(documents)) {
    const stored = await shelf.store.stage(acme, indexed(id, texts));
    const facts = { title: id, attributes: { name: [id] } };
    await shelf.transact(acme, shelf.store.publish(stored, facts));
  }
  return shelf;
}

describe('keywords on the shelf', () => {
  test('a rare word outweighs a common one, and a short chunk a long one', async () => {
    const { store } = await shelfWith({
      a: ['gate guard', 'gate badge', 'gate fire and very many other words beside them'],
      b: ['gate', 'fire'],
    });
    const view = await store.open(acme);
    const found = view.matching({ terms: ['gate', 'fire', 'fire'], limit: 3 });
    expect(found.map(({ chunk }) => chunk.text)).toEqual([
      'fire',
      'gate fire and very many other words beside them',
      'gate',
    ]);
  });

  test('chunks without any of the words are no matches', async () => {
    const { store } = await shelfWith({ a: ['gate', 'guard'] });
    const view = await store.open(acme);
    expect(view.matching({ terms: ['badge'], limit: 3 })).toEqual([]);
    expect(view.matching({ terms: [], limit: 3 })).toEqual([]);
  });

  test('a filter narrows the chunks, not what counts as rare', async () => {
    const { store } = await shelfWith({ a: ['gate'], b: ['gate'] });
    const view = await store.open(acme);
    const found = view.matching({ terms: ['gate'], limit: 9, filter: { name: ['b'] } });
    expect(found.map(({ document_id }) => document_id)).toEqual(['b']);
    expect(found[0]?.score).toBe(view.matching({ terms: ['gate'], limit: 9 })[0]?.score);
  });
});

describe('the shelf in memory', () => {
  test('is read once, and then only what is new', async () => {
    const shelf = await shelfWith({ a: ['one'], b: ['two'] });
    await shelf.store.open(acme);
    await shelf.store.open(acme);
    expect(shelf.objects.reads).toBe(2);
    const stored = await shelf.store.stage(acme, indexed('c', ['three']));
    await shelf.transact(acme, shelf.store.publish(stored, { title: 'c', attributes: {} }));
    const view = await shelf.store.open(acme);
    expect(view.chunkCount).toBe(3);
    expect(shelf.objects.reads).toBe(3);
  });

  test('is loaded once for callers that come at the same time', async () => {
    const shelf = await shelfWith({ a: ['one'] });
    await Promise.all(Array.from({ length: 20 }, () => shelf.store.open(acme)));
    expect(shelf.objects.reads).toBe(1);
  });

  test('a failed load is tried again by the next caller', async () => {
    const shelf = await shelfWith({ a: ['one'] });
    const [[key, bytes] = ['', new Uint8Array()]] = shelf.objects.objects;
    shelf.objects.objects.delete(key);
    await expect(shelf.store.open(acme)).rejects.toThrow('not in the store');
    shelf.objects.objects.set(key, bytes);
    expect((await shelf.store.open(acme)).chunkCount).toBe(1);
  });

  test('facts of a document can change without its segment being read again', async () => {
    const shelf = createShelf();
    const stored = await shelf.store.stage(acme, indexed('a', ['one']));
    const publishAs = (title: string) =>
      shelf.transact(acme, shelf.store.publish(stored, { title, attributes: {} }));
    await publishAs('old');
    await shelf.store.open(acme);
    await publishAs('new');
    const view = await shelf.store.open(acme);
    expect(view.matching({ terms: ['one'], limit: 1 })[0]?.facts.title).toBe('new');
    expect(shelf.objects.reads).toBe(1);
  });
});

describe('the memory for shelves', () => {
  test('is bounded in bytes over all tenants, and the longest unused is given up', async () => {
    const [table, objects] = [new InMemoryTable(), new InMemorySegments()];
    const store = new Shelf({ table, objects });
    const tenants = ['one', 'two', 'three'].map((name) => trustedTenant(name));
    for (const tenant of tenants) {
      const stored = await store.stage(tenant, indexed('a', ['gate guard']));
      await table.transact(tenant, store.publish(stored, { title: 'a', attributes: {} }));
    }
    const [{ byteLength = 0 } = {}] = objects.objects.values();
    const cache = new SegmentCache({ table, objects }, 2.5 * byteLength);
    const readsOf = async (at: number) => {
      const before = objects.reads;
      await cache.view(tenants[at] ?? acme, 1);
      return objects.reads - before;
    };
    const order = [0, 1, 0, 2, 0, 1];
    const reads: number[] = [];
    for (const at of order) reads.push(await readsOf(at));
    expect(reads).toEqual([1, 1, 0, 1, 0, 1]);
  });

  test('holds the one shelf that is asked for, however large', async () => {
    const shelf = await shelfWith({ a: ['one'] });
    const cache = new SegmentCache(shelf, 1);
    await cache.view(acme, 1);
    await cache.view(acme, 1);
    expect(shelf.objects.reads).toBe(1);
  });
});
