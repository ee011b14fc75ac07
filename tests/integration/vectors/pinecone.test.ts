import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { PineconeDatabase } from '#shared/vectors/databases/pinecone/pinecone-database.pinecone.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { vectorDatabaseSuite } from '#tests/support/vectors/database-suite/vector-database-suite.ts';
import { startPinecone } from '#tests/support/vectors/engines/pinecone/pinecone-server.ts';
import { vectorStoreSuite } from '#tests/support/vectors/store-suite/vector-store-suite.ts';

let server: Awaited<ReturnType<typeof startPinecone>>;
let database: PineconeDatabase;

beforeAll(async () => {
  server = await startPinecone();
  database = new PineconeDatabase({
    apiKey: 'test-key',
    index: 'onboarding',
    controllerHost: server.url,
    region: 'aws/us-east-1',
    pause: (milliseconds) => setTimeout(milliseconds),
  });
});

afterAll(() => server?.close());

vectorDatabaseSuite('Pinecone', () => database);
vectorStoreSuite('Pinecone', async () => createDatabaseStore([database]));
