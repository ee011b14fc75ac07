import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';
import { startBackends } from '#tests/support/vectors/isolation/backends.ts';
import { countForeign } from '#tests/support/vectors/isolation/count-foreign.ts';

// `npm run test:isolation` asks 100,000 times on each.
const QUERIES = 10_000;
const QUERIES_OF_AN_ENGINE = 500;

let backends: Awaited<ReturnType<typeof startBackends>>;

beforeAll(async () => {
  backends = await startBackends();
});

afterAll(() => backends?.close());

test.each(['the shelf', 'a database in memory'])(
  'no query gives a chunk of another tenant, from %s',
  async (name) => {
    const connected = name === 'the shelf' ? [] : [new InMemoryDatabase()];
    const counted = await countForeign(createDatabaseStore(connected), QUERIES);
    expect(counted).toMatchObject({ queries: QUERIES, foreign: 0 });
    expect(counted.own).toBeGreaterThan(QUERIES);
  },
);

test.each([0, 1, 2, 3])('no query gives a chunk of another tenant, from engine %i', async (at) => {
  const database = backends.databases[at];
  if (!database) return;
  const counted = await countForeign(createDatabaseStore([database]), QUERIES_OF_AN_ENGINE);
  expect(counted).toMatchObject({ queries: QUERIES_OF_AN_ENGINE, foreign: 0 });
  expect(counted.own).toBeGreaterThan(QUERIES_OF_AN_ENGINE);
});
