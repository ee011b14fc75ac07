import type { Tenant } from '#shared/runtime/tenant.ts';
import { forgetPlaces, notePlaces, placeName } from '../databases/placement.ts';
import type { VectorDatabase, VectorRow } from '../databases/vector-database.ts';
import { rowsOf } from '../databases/vector-rows.ts';
import type { ShelfView } from '../shelf/shelf-view.ts';
import type { MissingCopy } from './missing-copies.ts';
import { type MigrationDeps, note } from './move.ts';

/** `gone`: nobody has the vectors any more, so nobody needs them. */
type Copied = 'copied' | 'gone' | 'impossible';

/**
 * Gives a database the vectors of one version and space: from a database that has them, from the
 * shelf, which keeps them rounded, or embedded anew.
 */
export async function copyVectors(
  deps: MigrationDeps,
  tenant: Tenant,
  { view, to }: { readonly view: ShelfView; readonly to: VectorDatabase },
  copy: MissingCopy,
): Promise<Copied> {
  const rows = await findRows(deps, tenant, view, copy);
  if (!rows) return copy.shelved ? 'impossible' : forget(deps, tenant, copy);
  const { version, spaceId } = copy;
  await to.upsert(tenant, { ...version, spaceId, rows });
  const placed = { vectors: rows.length, dimensions: rows[0]?.vector.length ?? 0 };
  await note(deps, tenant, [notePlaces(version, { [placeName(to.name, spaceId)]: placed })]);
  return 'copied';
}

async function findRows(
  deps: MigrationDeps,
  tenant: Tenant,
  view: ShelfView,
  { version, spaceId, sources, shelved }: MissingCopy,
): Promise<readonly VectorRow[] | undefined> {
  for (const database of deps.connected.filter(({ name }) => sources.includes(name))) {
    const rows = await database.read(tenant, version, spaceId);
    if (rows.length > 0) return rows;
  }
  if (!shelved) return undefined;
  if (shelved.spaces.includes(spaceId)) return rowsOf(view.vectorsAt(shelved.object_key, spaceId));
  const chunks = Array.from({ length: shelved.chunk_count }, (_, row) =>
    view.matchAt(shelved.object_key, row, 0),
  );
  const vectors = await deps.embed(tenant, spaceId, chunks);
  return vectors && rowsOf(vectors);
}

/** A note about a staged version that was discarded since. */
async function forget(deps: MigrationDeps, tenant: Tenant, copy: MissingCopy): Promise<Copied> {
  const names = copy.sources.flatMap((source) =>
    deps.connected
      .filter(({ name }) => name === source)
      .map(({ name }) => placeName(name, copy.spaceId)),
  );
  if (names.length === 0) return 'impossible';
  await note(deps, tenant, [forgetPlaces(copy.version, names)]);
  return 'gone';
}
