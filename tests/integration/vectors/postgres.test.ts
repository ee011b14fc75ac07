import { afterAll, beforeAll } from 'vitest';
import { ARRAYS, PGVECTOR } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { rowSecuritySuite } from '#tests/support/vectors/database-suite/row-security-suite.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { startPglite } from '#tests/support/vectors/engines/pglite.ts';
import { whyNoPostgres } from '#tests/support/vectors/engines/postgres-cluster.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

let server: Awaited<ReturnType<typeof startPglite>>;
const databases = new Map<string, PostgresDatabase>();

beforeAll(async () => {
  server = await startPglite();
  for (const dialect of [PGVECTOR, ARRAYS])
    databases.set(dialect.name, new PostgresDatabase(dialect, server.url));
});

afterAll(async () => {
  for (const database of databases.values()) await database.close();
  await server?.close();
});

function databaseOf(name: string): PostgresDatabase {
  const database = databases.get(name);
  if (!database) throw new Error(`${name} was not started`);
  return database;
}

for (const dialect of [PGVECTOR, ARRAYS]) {
  const { name } = dialect;
  rowSecuritySuite({ dialect, url: () => server.url, database: () => databaseOf(name) });
  vectorDatabaseSuite(name, () => databaseOf(name));
  // Where PostgreSQL is installed, arrays are tried there.
  if (dialect === PGVECTOR || whyNoPostgres())
    vectorStoreSuite(name, async () => createDatabaseStore([databaseOf(name)]));
}
