import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

vectorStoreSuite('a database before the shelf', async () =>
  createDatabaseStore([new InMemoryDatabase()]),
);
