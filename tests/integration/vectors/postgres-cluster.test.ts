import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { ARRAYS } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { rowSecuritySuite } from '#tests/support/vectors/database-suite/row-security-suite.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { startPostgres, whyNoPostgres } from '#tests/support/vectors/engines/postgres-cluster.ts';
import { directions } from '#tests/support/vectors/store-suite/store-world.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

const missing = whyNoPostgres();
const acme = trustedTenant('acme');

describe.skipIf(missing)('arrays in a PostgreSQL of many processes', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let database: PostgresDatabase;

  beforeAll(async () => {
    server = await startPostgres();
    database = new PostgresDatabase(ARRAYS, server.url);
  });

  afterAll(async () => {
    await database?.close();
    await server?.close();
  });

  rowSecuritySuite({ dialect: ARRAYS, url: () => server.url, database: () => database });
  vectorDatabaseSuite('PostgreSQL', () => database);
  vectorStoreSuite('PostgreSQL', async () => createDatabaseStore([database]));

  test('a version that many write at once is there once, whole, and readers see all or nothing', async () => {
    const rows = directions(400, 16).map((vector, ordinal) => ({ ordinal, vector }));
    const version = { document_id: 'd', version: 1, content: 'c' };
    const [query = new Float32Array()] = directions(1, 16);
    const question = { spaceId: 's', vector: query, limit: 1_000, among: [version] };
    const seen: number[] = [];
    const writers = [1, 2, 3, 4].map(() =>
      database.upsert(acme, { ...version, spaceId: 's', rows }),
    );
    const reading = Promise.all(writers).then(() => true);
    while (!(await Promise.race([reading, Promise.resolve(false)])))
      seen.push((await database.nearest(acme, question)).length);
    expect(new Set([...seen, 0, 400])).toEqual(new Set([0, 400]));
    expect(await database.nearest(acme, question)).toHaveLength(400);
  });
});

test.runIf(missing)(`is not tried: ${missing}`, () => undefined);
