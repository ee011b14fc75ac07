import { setTimeout } from 'node:timers/promises';
import { ChromaDatabase } from '#shared/vectors/databases/chroma/chroma-database.chroma.ts';
import { PineconeDatabase } from '#shared/vectors/databases/pinecone/pinecone-database.pinecone.ts';
import { ARRAYS, PGVECTOR } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import type { VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import { startChroma, whyNoChroma } from '../engines/chroma.ts';
import { startPglite } from '../engines/pglite.ts';
import { startPinecone } from '../engines/pinecone/pinecone-server.ts';

/** Every database on an engine of its own, started here; those that cannot be are left out. */
export async function startBackends() {
  const [pglite, pinecone] = await Promise.all([startPglite(), startPinecone()]);
  const chroma = whyNoChroma() ? undefined : await startChroma();
  const databases: VectorDatabase[] = [
    new PostgresDatabase(PGVECTOR, pglite.url),
    new PostgresDatabase(ARRAYS, pglite.url),
    new PineconeDatabase({
      apiKey: 'test-key',
      index: 'onboarding',
      controllerHost: pinecone.url,
      region: 'aws/us-east-1',
      pause: (milliseconds) => setTimeout(milliseconds),
    }),
    ...(chroma ? [new ChromaDatabase({ url: chroma.url, token: undefined })] : []),
  ];
  return {
    databases,
    close: async () => {
      for (const database of databases) await database.close?.();
      await Promise.all([pglite.close(), pinecone.close(), chroma?.close()]);
    },
  };
}
