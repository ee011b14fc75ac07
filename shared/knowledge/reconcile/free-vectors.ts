import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { refOf } from '#shared/vectors/databases/placement.ts';
import type { KeptVectors, VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import { versionKey } from '#shared/vectors/databases/version-key.ts';
import type { Document } from '../documents/document.ts';
import { isBeingWorkedOn } from '../documents/document-state.ts';
import { readAllDocuments } from '../documents/document-store.ts';

export interface FreeVectorsDeps {
  readonly table: Table;
  /** The vector databases of the deployment; none where the shelf is all there is. */
  readonly databases: () => Promise<readonly VectorDatabase[]>;
}

/**
 * Removes the vectors of versions that no document has any more, which a database that was down has
 * kept, or a worker that died. The manifests are read after the databases: whatever was stored for a
 * document by then, its manifest tells that it is worked on, or what came of it.
 */
export async function freeVectors(deps: FreeVectorsDeps, tenant: Tenant): Promise<number> {
  const databases = await deps.databases();
  const kept = await Promise.all(databases.map((database) => readKept(database, tenant)));
  if (kept.flat().length === 0) return 0;
  const isNeeded = neededBy(await readAllDocuments(deps.table, tenant));
  let freed = 0;
  for (const [at, database] of databases.entries())
    for (const vectors of kept[at] ?? []) {
      if (isNeeded(vectors)) continue;
      await database.remove(tenant, vectors, vectors.content);
      freed += 1;
    }
  return freed;
}

async function readKept(database: VectorDatabase, tenant: Tenant): Promise<readonly KeptVectors[]> {
  const kept: KeptVectors[] = [];
  for await (const vectors of database.versions(tenant)) kept.push(vectors);
  return kept;
}

function neededBy(documents: readonly Document[]): (kept: KeptVectors) => boolean {
  const working = documents.filter(({ state }) => isBeingWorkedOn(state));
  const atWork = new Set(working.map(({ document_id }) => document_id));
  const stored = documents.flatMap(({ stored: current, retired }) => [current, retired]);
  const named = new Set(stored.flatMap((version) => (version ? versionKey(refOf(version)) : [])));
  return (kept) => atWork.has(kept.document_id) || named.has(versionKey(kept));
}
