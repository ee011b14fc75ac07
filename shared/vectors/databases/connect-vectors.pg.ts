import { logger } from '#shared/runtime/logger.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import type { SearchView } from '../search-view.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { VectorStore } from '../vector-store.ts';
import type { VectorStores } from './vector-stores.ts';

export interface ConnectVectorsDeps extends CommitDeps {
  readonly shelf: Shelf;
  /** Spaces that stay on the shelf whatever a database takes. */
  readonly shelvedSpaces: readonly string[];
  readonly stores: VectorStores;
  /** The secret with the databases' addresses. */
  readonly keys: Secret;
}

/** The deployment's vector store: the shelf, or databases before it, whose code is loaded on first use. */
export function connectVectors(deps: ConnectVectorsDeps): VectorStore<SearchView> {
  const { shelf, stores } = deps;
  const names = [stores.preferred, ...stores.others].filter((name) => name !== 'shelf');
  if (names.length === 0) return shelf;
  const opened = onFirstUse(async () => {
    const [{ openDatabases }, { DatabaseStore }, keys] = await Promise.all([
      import('./open-databases.pg.ts'),
      import('./database-store.ts'),
      readProviderKeys(deps.keys),
    ]);
    return new DatabaseStore({
      ...deps,
      preferred: stores.preferred,
      connected: await openDatabases([...new Set(names)], keys),
      onDatabaseFailure: (database, error) =>
        logger.warn('vector database failed', { database, error: String(error) }),
    });
  });
  return {
    stage: async (...given) => (await opened()).stage(...given),
    publish: (...given) => shelf.publish(...given),
    withdraw: (...given) => shelf.withdraw(...given),
    usage: async (...given) => (await opened()).usage(...given),
    discard: async (...given) => (await opened()).discard(...given),
    open: async (...given) => (await opened()).open(...given),
  };
}
