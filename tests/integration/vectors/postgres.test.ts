import { afterAll, beforeAll } from 'vitest';
import { ARRAYS, PGVECTOR } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { startPglite } from '#tests/support/vectors/engines/pglite.ts';
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

for (const { name } of [PGVECTOR, ARRAYS]) {
  vectorDatabaseSuite(name, () => databaseOf(name));
  vectorStoreSuite(name, async () => createDatabaseStore([databaseOf(name)]));
}
