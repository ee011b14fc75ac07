import { afterAll, beforeAll, describe, test } from 'vitest';
import { ChromaDatabase } from '#shared/vectors/databases/chroma/chroma-database.chroma.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { startChroma, whyNoChroma } from '#tests/support/vectors/engines/chroma.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

const missing = whyNoChroma();

describe.skipIf(missing)('a server of Chroma', () => {
  let server: Awaited<ReturnType<typeof startChroma>>;
  let database: ChromaDatabase;

  beforeAll(async () => {
    server = await startChroma();
    database = new ChromaDatabase({ url: server.url, token: undefined });
  });

  afterAll(() => server?.close());

  vectorDatabaseSuite('Chroma', () => database);
  vectorStoreSuite('Chroma', async () => createDatabaseStore([database]), { crowd: 99 });
});

test.runIf(missing)(`is not tried: ${missing}`, () => undefined);
