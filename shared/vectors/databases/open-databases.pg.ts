import { pause } from '#shared/runtime/pause.ts';
import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { DatabaseName, VectorDatabase } from './vector-database.ts';

/** A database that is named but not configured. */
class DatabaseNotConfiguredError extends Error {}

/** Opens the named databases; each brings its own client, which is loaded with it. */
export const openDatabases = (
  names: readonly DatabaseName[],
  keys: ProviderKeys,
): Promise<readonly VectorDatabase[]> => Promise.all(names.map((name) => OPEN[name](keys)));

const OPEN: Readonly<Record<DatabaseName, (keys: ProviderKeys) => Promise<VectorDatabase>>> = {
  pgvector: (keys) => openPostgres('PGVECTOR', keys),
  'postgres-array': (keys) => openPostgres('ARRAYS', keys),
  pinecone: async (keys) => {
    const { PineconeDatabase } = await import('./pinecone/pinecone-database.pinecone.ts');
    return new PineconeDatabase({
      apiKey: required(keys, 'PINECONE_API_KEY'),
      index: keys.PINECONE_INDEX ?? 'onboarding',
      controllerHost: keys.PINECONE_CONTROLLER_HOST,
      region: keys.PINECONE_REGION ?? 'aws/us-east-1',
      pause,
    });
  },
  chroma: async (keys) => {
    const { ChromaDatabase } = await import('./chroma/chroma-database.chroma.ts');
    return new ChromaDatabase({ url: required(keys, 'CHROMA_URL'), token: keys.CHROMA_TOKEN });
  },
};

async function openPostgres(dialect: 'PGVECTOR' | 'ARRAYS', keys: ProviderKeys) {
  const { PostgresDatabase } = await import('./postgres/postgres-database.pg.ts');
  const dialects = await import('./postgres/dialect.ts');
  return new PostgresDatabase(dialects[dialect], required(keys, 'DATABASE_URL'));
}

function required(keys: ProviderKeys, name: keyof ProviderKeys): string {
  const value = keys[name];
  if (value === undefined) throw new DatabaseNotConfiguredError(`${name} is not set`);
  return value;
}
