import { describe, expect, test } from 'vitest';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { KeptVectors, VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import { at, directions } from '../store-suite/store-world.ts';

let worlds = 0;

const newTenant = (): Tenant => {
  worlds += 1;
  return trustedTenant(`port-${process.pid}-${worlds}`);
};

const version = (document_id: string, number = 1, content = 'c1') => ({
  document_id,
  version: number,
  content,
});

const rowsAt = (...degrees: readonly number[]) =>
  degrees.map((degree, ordinal) => ({ ordinal, vector: at(degree) }));

async function keptOf(database: VectorDatabase, tenant: Tenant): Promise<readonly KeptVectors[]> {
  const kept: KeptVectors[] = [];
  for await (const one of database.versions(tenant)) kept.push(one);
  const nameOf = (one: KeptVectors) =>
    `${one.document_id} ${one.version} ${one.content} ${one.spaceId}`;
  return kept.sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

/** What every vector database guarantees by itself. */
export function vectorDatabaseSuite(name: string, open: () => VectorDatabase): void {
  describe(`${name} as a vector database`, () => {
    test('compares the versions it is told, and their named contents alone', async () => {
      const [database, tenant] = [open(), newTenant()];
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: rowsAt(0, 50) });
      await database.upsert(tenant, { ...version('a', 1, 'c2'), spaceId: 's', rows: rowsAt(1) });
      await database.upsert(tenant, { ...version('a', 2), spaceId: 's', rows: rowsAt(2) });
      const query = { spaceId: 's', vector: at(0), limit: 9 };
      const found = await database.nearest(tenant, { ...query, among: [version('a')] });
      expect(found.map(({ ordinal, content }) => [ordinal, content])).toEqual([
        [0, 'c1'],
        [1, 'c1'],
      ]);
      expect(found[0]?.score).toBeCloseTo(1, 4);
      expect(found[1]?.score).toBeCloseTo(Math.cos((50 * Math.PI) / 180), 4);
      expect(await database.nearest(tenant, { ...query, among: [] })).toEqual([]);
    });

    test('looks among thousands of versions', async () => {
      const [database, tenant] = [open(), newTenant()];
      const among = Array.from({ length: 3_000 }, (_, id) => version(`absent${id}`));
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: rowsAt(5) });
      await database.upsert(tenant, { ...version('z'), spaceId: 's', rows: rowsAt(4) });
      const query = { spaceId: 's', vector: at(0), limit: 9 };
      const everything = { ...query, among: [version('z'), ...among, version('a')] };
      const found = await database.nearest(tenant, everything);
      expect(found.map(({ document_id }) => document_id)).toEqual(['z', 'a']);
    });

    test('gives vectors back as they were, by their ordinals', async () => {
      const [database, tenant] = [open(), newTenant()];
      const rows = directions(5, 17).map((vector, at) => ({ ordinal: at * 3, vector }));
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows });
      const read = await database.read(tenant, version('a'), 's');
      expect(read.map(({ ordinal }) => ordinal)).toEqual([0, 3, 6, 9, 12]);
      for (const [at, { vector }] of read.entries())
        for (const [place, value] of vector.entries())
          expect(value).toBeCloseTo(rows[at]?.vector[place] ?? Number.NaN, 6);
      expect(await database.read(tenant, version('a'), 'other')).toEqual([]);
      expect(await database.read(tenant, version('b'), 's')).toEqual([]);
    });

    test('puts rows in place of all that were there', async () => {
      const [database, tenant] = [open(), newTenant()];
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: rowsAt(1, 2, 3) });
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: rowsAt(7) });
      expect(await keptOf(database, tenant)).toEqual([
        { ...version('a'), spaceId: 's', vectors: 1 },
      ]);
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: [] });
      expect(await keptOf(database, tenant)).toEqual([]);
    });

    test('tells what it keeps of a tenant, in every space, and of no other', async () => {
      const [database, tenant, other] = [open(), newTenant(), newTenant()];
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows: rowsAt(1, 2) });
      await database.upsert(tenant, { ...version('a'), spaceId: 't', rows: rowsAt(1) });
      await database.upsert(tenant, { ...version('b', 3), spaceId: 's', rows: rowsAt(1) });
      await database.upsert(other, { ...version('c'), spaceId: 's', rows: rowsAt(1) });
      expect(await keptOf(database, tenant)).toEqual([
        { ...version('a'), spaceId: 's', vectors: 2 },
        { ...version('a'), spaceId: 't', vectors: 1 },
        { ...version('b', 3), spaceId: 's', vectors: 1 },
      ]);
      expect(await keptOf(database, newTenant())).toEqual([]);
    });

    test('removes a version from every space, or one content of it', async () => {
      const [database, tenant] = [open(), newTenant()];
      for (const content of ['c1', 'c2', 'c3'])
        for (const spaceId of ['s', 't'])
          await database.upsert(tenant, { ...version('a', 1, content), spaceId, rows: rowsAt(1) });
      await database.upsert(tenant, { ...version('a', 2), spaceId: 's', rows: rowsAt(1) });
      await database.remove(tenant, version('a'), 'c2');
      const contents = (await keptOf(database, tenant)).map(({ content }) => content);
      expect([...new Set(contents)].sort()).toEqual(['c1', 'c3']);
      await database.remove(tenant, version('a'));
      await database.remove(tenant, version('a'));
      expect(await keptOf(database, tenant)).toEqual([
        { ...version('a', 2), spaceId: 's', vectors: 1 },
      ]);
    });

    test('removes thousands of rows at once', async () => {
      const [database, tenant] = [open(), newTenant()];
      const rows = directions(2_300, 4).map((vector, ordinal) => ({ ordinal, vector }));
      await database.upsert(tenant, { ...version('a'), spaceId: 's', rows });
      expect((await keptOf(database, tenant))[0]?.vectors).toBe(2_300);
      await database.remove(tenant, version('a'));
      expect(await keptOf(database, tenant)).toEqual([]);
    }, 60_000);
  });
}
