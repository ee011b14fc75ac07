import type { Tenant } from '#shared/runtime/tenant.ts';
import type { KeptVectors, VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import { createDatabaseStore } from './create-database-store.ts';
import { InMemoryDatabase } from './in-memory-database.ts';
import { at, documentAt, StoreWorld } from './store-suite/store-world.ts';

/** What the three documents of `createMove` answer to 0 degrees. */
export const NEAREST = ['a at 1', 'b at 2', 'c at 3', 'a at 91', 'b at 92', 'c at 93'];

/** A tenant with three documents in one database, and another one to move to. */
export async function createMove() {
  const from = new InMemoryDatabase('pgvector');
  const to = new InMemoryDatabase('chroma');
  const built = createDatabaseStore([from, to]);
  const world = new StoreWorld(built);
  const deps = {
    ...built,
    embed: async (_tenant: string, _space: string, chunks: readonly unknown[]) =>
      chunks.map((_chunk, row) => at(row)),
  };
  for (const [id, degree] of Object.entries({ a: 1, b: 2, c: 3 }))
    await world.publish(documentAt(id, 1, [degree, degree + 90]));
  const kept = async (database: VectorDatabase) =>
    (await keptOf(database, world.acme))
      .map(({ document_id, version }) => `${document_id}${version}`)
      .sort();
  return { from, to, world, deps, tenant: world.acme, kept };
}

export async function keptOf(
  database: VectorDatabase,
  tenant: Tenant,
): Promise<readonly KeptVectors[]> {
  const kept: KeptVectors[] = [];
  for await (const one of database.versions(tenant)) kept.push(one);
  return kept;
}
