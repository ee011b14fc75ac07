import { connectEmbeddings } from '#shared/embeddings/connect-embeddings.openai.ts';
import { allVectorsOf } from '#shared/embeddings/embedding-service.ts';
import { embeddedText } from '#shared/knowledge/documents/embed-chunks.ts';
import { listStoredObjects } from '#shared/knowledge/reconcile/stored-objects.s3.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { openDatabases } from '#shared/vectors/databases/open-databases.pg.ts';
import { backendsOf } from '#shared/vectors/databases/vector-stores.ts';
import type { MigrationDeps } from '#shared/vectors/migration/move.ts';
import { connectShelf } from '#shared/vectors/shelf/connect-shelf.s3.ts';
import type { MigrationTarget } from './migration-target.secretsmanager.ts';

export interface ConnectedMigration extends MigrationDeps {
  /** Tenants that have documents. */
  tenants(): Promise<readonly Tenant[]>;
  /** Spaces that a tenant's documents can be embedded in. */
  spaces(tenant: Tenant): Promise<readonly string[]>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** Everything that moves of a deployment need: its table and bucket, its databases, its embeddings. */
export async function connectMigration(target: MigrationTarget): Promise<ConnectedMigration> {
  const kit = connectCommit(target.tableName);
  const { keys, localSpace, stores } = target;
  const allowances = new SettingsStore(kit.table, kit.clock);
  const embeddings = connectEmbeddings({ ...kit, ids: randomIds, allowances, keys, localSpace });
  const names = backendsOf(stores).filter((name) => name !== 'shelf');
  const connected = await openDatabases(names, await readProviderKeys(keys));
  return {
    ...kit,
    shelf: connectShelf(kit.table, target.bucketName),
    preferred: stores.preferred,
    connected,
    embed: async (tenant, spaceId, chunks) => {
      const texts = chunks.map(({ facts, chunk }) => embeddedText(facts.title, chunk));
      return allVectorsOf(
        await embeddings.embed(tenant, { spaceId, inputType: 'document', texts }),
      );
    },
    tenants: () => listStoredObjects(target.bucketName).tenants(),
    spaces: async (tenant) => (await embeddings.spaces(tenant)).map(({ spaceId }) => spaceId),
    close: async () => {
      for (const database of connected) await database.close?.();
    },
  };
}
