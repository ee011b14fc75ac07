import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

const inMemory = new InMemoryDatabase();

vectorDatabaseSuite('a database in memory', () => inMemory);

vectorStoreSuite('a database before the shelf', async () =>
  createDatabaseStore([new InMemoryDatabase()]),
);
