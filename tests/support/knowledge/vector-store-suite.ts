import { describe, expect, test } from 'vitest';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Write } from '#shared/store/write.ts';
import type { Attributes, IndexedDocument } from '#shared/vectors/indexed-document.ts';
import type { Filter, VectorStore } from '#shared/vectors/vector-store.ts';

export interface VectorStoreHarness {
  readonly store: VectorStore;
  /** Carries writes out, as the caller's transaction would. */
  transact(tenant: Tenant, writes: readonly Write[]): Promise<void>;
}

const acme = trustedTenant('acme');
const other = trustedTenant('acme-2');
const SPACE = 'test-2';

/** A unit vector at so many degrees. */
const at = (degrees: number): Float32Array => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
};

const documentAt = (id: string, version: number, degrees: readonly number[]): IndexedDocument => ({
  document_id: id,
  version,
  chunks: degrees.map((degree, ordinal) => ({
    chunk: {
      ordinal,
      text: `${id} at ${degree}`,
      start: ordinal,
      end: ordinal + 1,
      page: null,
      heading_path: ['Ünïcode 見出し'],
      hash: `${degree}`,
    },
    terms: [id, `d${degree}`],
  })),
  vectors: { [SPACE]: degrees.map(at) },
});

/** What every vector store guarantees, whatever it is built on. */
export function vectorStoreSuite(name: string, create: () => Promise<VectorStoreHarness>): void {
  async function publish(
    { store, transact }: VectorStoreHarness,
    tenant: Tenant,
    document: IndexedDocument,
    attributes: Attributes = {},
  ) {
    const stored = await store.stage(tenant, document);
    const facts = { title: document.document_id, attributes };
    await transact(tenant, store.publish(stored, facts));
    return stored;
  }

  async function nearest(
    { store }: VectorStoreHarness,
    degrees: number,
    options: { limit?: number; filter?: Filter; tenant?: Tenant; spaceId?: string } = {},
  ) {
    const { limit = 10, filter, tenant = acme, spaceId = SPACE } = options;
    const view = await store.open(tenant);
    const query = { spaceId, vector: at(degrees), limit, ...(filter && { filter }) };
    return (await view.nearest(query)).map(({ chunk }) => chunk.text);
  }

  describe(`${name} as a vector store`, () => {
    test('finds nothing before the first document', async () => {
      expect(await nearest(await create(), 0)).toEqual([]);
    });

    test('does not see a version that is stored but not published', async () => {
      const harness = await create();
      await harness.store.stage(acme, documentAt('a', 1, [0]));
      expect(await nearest(harness, 0)).toEqual([]);
    });

    test('gives the nearest first, with the chunk as it was stored and its cosine', async () => {
      const harness = await create();
      const document = documentAt('a', 1, [90, 10, 45]);
      await publish(harness, acme, document, { tags: ['x'] });
      const view = await harness.store.open(acme);
      const matches = await view.nearest({ spaceId: SPACE, vector: at(0), limit: 10 });
      expect(matches.map(({ chunk }) => chunk.hash)).toEqual(['10', '45', '90']);
      expect(matches[0]?.chunk).toEqual(document.chunks[1]?.chunk);
      expect(matches[0]?.facts).toEqual({ title: 'a', attributes: { tags: ['x'] } });
      expect(matches[0]?.score).toBeCloseTo(Math.cos(Math.PI / 18), 1);
    });

    test('gives exactly min(limit, matches), also under a filter that admits few', async () => {
      const harness = await create();
      for (let id = 0; id < 20; id += 1)
        await publish(harness, acme, documentAt(`d${id}`, 1, [id, id + 90]), { n: [`${id % 10}`] });
      expect(await nearest(harness, 0, { limit: 7 })).toHaveLength(7);
      expect(await nearest(harness, 0, { limit: 99 })).toHaveLength(40);
      const filtered = await nearest(harness, 0, { limit: 3, filter: { n: ['9'] } });
      expect(filtered).toEqual(['d9 at 9', 'd19 at 19', 'd9 at 99']);
    });

    test('a filter asks for one of the values of every name', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0]), { tags: ['x', 'y'], source: ['hr'] });
      await publish(harness, acme, documentAt('b', 1, [1]), { tags: ['y'] });
      expect(await nearest(harness, 0, { filter: { tags: ['x', 'z'] } })).toEqual(['a at 0']);
      expect(await nearest(harness, 0, { filter: { tags: ['y'], source: ['hr'] } })).toEqual([
        'a at 0',
      ]);
      expect(await nearest(harness, 0, { filter: { document_id: ['b'] } })).toEqual(['b at 1']);
      expect(await nearest(harness, 0, { filter: { constructor: ['b'] } })).toEqual([]);
    });

    test('never shows one tenant what another has, not even with its very name as a prefix', async () => {
      const harness = await create();
      await publish(harness, other, documentAt('secret', 1, [0]));
      await publish(harness, acme, documentAt('own', 1, [90]));
      expect(await nearest(harness, 0)).toEqual(['own at 90']);
    });

    test('a new version takes the place of the one before', async () => {
      const harness = await create();
      const first = await publish(harness, acme, documentAt('a', 1, [0, 1, 2]));
      await publish(harness, acme, documentAt('a', 2, [5]));
      await harness.store.discard(acme, first);
      expect(await nearest(harness, 0)).toEqual(['a at 5']);
    });

    test('a withdrawn document is gone with the transaction', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0]));
      await publish(harness, acme, documentAt('b', 1, [1]));
      expect(await nearest(harness, 0)).toHaveLength(2);
      await harness.transact(acme, harness.store.withdraw('a'));
      expect(await nearest(harness, 0)).toEqual(['b at 1']);
    });

    test('staging and publishing the same version again changes nothing', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0, 1]));
      await publish(harness, acme, documentAt('a', 1, [0, 1]));
      expect(await nearest(harness, 0)).toEqual(['a at 0', 'a at 1']);
    });

    test('counts the chunks of all documents but one', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0, 1, 2]));
      await publish(harness, acme, documentAt('b', 1, [0]));
      await publish(harness, other, documentAt('c', 1, [0]));
      expect((await harness.store.usage(acme, 'a')).chunks).toBe(1);
      expect((await harness.store.usage(acme, 'z')).chunks).toBe(4);
    });

    test('ties come in a stable order', async () => {
      const harness = await create();
      for (const id of ['c', 'a', 'b']) await publish(harness, acme, documentAt(id, 1, [0, 0]));
      const once = await nearest(harness, 0, { limit: 4 });
      expect(await nearest(harness, 0, { limit: 4 })).toEqual(once);
    });

    test('never compares vectors of another space', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0]));
      expect(await nearest(harness, 0, { spaceId: 'test-2-other' })).toEqual([]);
    });

    test('refuses a query of another width', async () => {
      const harness = await create();
      await publish(harness, acme, documentAt('a', 1, [0]));
      const view = await harness.store.open(acme);
      const query = { spaceId: SPACE, vector: new Float32Array(3), limit: 1 };
      await expect(view.nearest(query)).rejects.toThrow(RangeError);
    });

    test('refuses a document with a vector too few', async () => {
      const { store } = await create();
      const document = { ...documentAt('a', 1, [0, 1]), vectors: { [SPACE]: [at(0)] } };
      await expect(store.stage(acme, document)).rejects.toThrow(RangeError);
    });

    test('two documents published at once are both there', async () => {
      const harness = await create();
      const ids = Array.from({ length: 12 }, (_, id) => `d${id}`);
      await Promise.all(ids.map((id) => publish(harness, acme, documentAt(id, 1, [0]))));
      expect((await nearest(harness, 0, { limit: 50 })).length).toBe(ids.length);
    });
  });
}
