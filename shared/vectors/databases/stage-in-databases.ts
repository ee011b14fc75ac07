import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Write } from '#shared/store/write.ts';
import type { IndexedDocument } from '../indexed-document.ts';
import type { StoredVersion } from '../vector-store.ts';
import type { Attempts } from './attempts.ts';
import { notePlaces, type Placed, placeName, refOf } from './placement.ts';
import type { BackendName, Serving } from './serving.ts';
import type { ConnectedDatabases, VectorDatabase } from './vector-database.ts';
import { rowsOf } from './vector-rows.ts';

interface StagingTarget {
  readonly database: VectorDatabase;
  /** Whether search asks it: the others are ends of a migration that may be copied to later. */
  readonly serves: boolean;
}

/** Who gets a new version: the backend that serves the tenant, and both ends of a migration. */
export function stagingTargets(
  { preferred, connected }: ConnectedDatabases,
  { serving = preferred, migration }: Serving,
): readonly StagingTarget[] {
  const wanted: readonly (BackendName | undefined)[] = [serving, migration?.from, migration?.to];
  return connected
    .filter(({ name }) => wanted.includes(name))
    .map((database) => ({ database, serves: database.name === serving }));
}

/** Gives a version to databases. `failed` says that one which search asks did not take it. */
export async function stageInDatabases(
  {
    targets,
    attempts,
  }: { readonly targets: readonly StagingTarget[]; readonly attempts: Attempts },
  tenant: Tenant,
  stored: StoredVersion,
  document: IndexedDocument,
): Promise<{ readonly writes: readonly Write[]; readonly failed: boolean }> {
  const version = refOf(stored);
  const done = await Promise.all(
    targets.map(({ database }) =>
      attempts.does(database.name, () => upsertAll(database, tenant, stored, document)),
    ),
  );
  const taken = targets.filter((_target, at) => done[at]);
  const places = taken.flatMap(({ database }) => placesIn(database, document));
  return {
    writes: places.length > 0 ? [notePlaces(version, Object.fromEntries(places))] : [],
    failed: targets.some(({ serves }, at) => serves && !done[at]),
  };
}

async function upsertAll(
  database: VectorDatabase,
  tenant: Tenant,
  stored: StoredVersion,
  { vectors }: IndexedDocument,
): Promise<void> {
  for (const [spaceId, ofSpace] of Object.entries(vectors))
    await database.upsert(tenant, { ...refOf(stored), spaceId, rows: rowsOf(ofSpace) });
}

const placesIn = (database: VectorDatabase, { vectors }: IndexedDocument) =>
  Object.entries(vectors).map(([spaceId, ofSpace]): [string, Placed] => [
    placeName(database.name, spaceId),
    { vectors: rowsOf(ofSpace).length, dimensions: ofSpace[0]?.length ?? 0 },
  ]);
