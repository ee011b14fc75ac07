import type { Tenant } from '#shared/runtime/tenant.ts';
import {
  forgetPlaces,
  type Placement,
  placeName,
  placeOf,
  readPlacements,
  refOf,
} from '../databases/placement.ts';
import type { BackendName, Migration } from '../databases/serving.ts';
import type { VectorDatabase } from '../databases/vector-database.ts';
import { IncompleteMigrationError } from './errors.ts';
import { decide, type MigrationDeps, note } from './move.ts';

/**
 * Ends a move that has been switched: the backend of before is given no new versions any more, and
 * what the new one has is freed there. Undefined where no move is recorded.
 * @throws IncompleteMigrationError before the switch
 */
export async function finishMove(
  deps: MigrationDeps,
  tenant: Tenant,
): Promise<Migration | undefined> {
  const ended = await decide(deps, tenant, ({ migration }) => {
    if (migration?.state === 'copying')
      throw new IncompleteMigrationError(`The move to ${migration.to} has not been switched yet`);
    return { response: migration, ...(migration && { next: { migration: null } }) };
  });
  if (ended && ended.from !== ended.to) await freeCopies(deps, tenant, ended.from, [ended.to]);
  return ended;
}

/**
 * Takes a move back, before or after its switch: from one write on search asks the backend of before,
 * which has been given every new version too; then the copies are freed.
 */
export async function rollBackMove(
  deps: MigrationDeps,
  tenant: Tenant,
): Promise<Migration | undefined> {
  const ended = await decide(deps, tenant, ({ migration }) => ({
    response: migration,
    ...(migration && { next: { serving: migration.from, migration: null } }),
  }));
  if (ended && ended.from !== ended.to)
    await freeCopies(deps, tenant, ended.to, [ended.from, 'shelf']);
  if (ended?.space) await freeSpace(deps, tenant, ended.to, ended.space);
  return ended;
}

/** Frees what a backend has of versions that another has as well. What only it has, it keeps. */
async function freeCopies(
  deps: MigrationDeps,
  tenant: Tenant,
  backend: BackendName,
  others: readonly BackendName[],
): Promise<void> {
  const shelved = new Map(
    (await deps.shelf.open(tenant)).versions().map((one) => [refOf(one).content, one.spaces]),
  );
  await freeWhere(deps, tenant, backend, ({ version, places }, spaceId) =>
    others.some((other) =>
      other === 'shelf'
        ? shelved.get(version.content)?.includes(spaceId)
        : places[placeName(other, spaceId)],
    ),
  );
}

const freeSpace = (deps: MigrationDeps, tenant: Tenant, backend: BackendName, space: string) =>
  freeWhere(deps, tenant, backend, (_placement, spaceId) => spaceId === space);

async function freeWhere(
  deps: MigrationDeps,
  tenant: Tenant,
  backend: BackendName,
  isFree: (placement: Placement, spaceId: string) => unknown,
): Promise<void> {
  const database = deps.connected.find(({ name }) => name === backend);
  if (!database) return;
  for (const placement of await readPlacements(deps.table, tenant)) {
    const spaces = spacesAt(placement, database).filter((spaceId) => isFree(placement, spaceId));
    if (spaces.length === 0) continue;
    // Nobody may look for them when they go.
    const names = spaces.map((spaceId) => placeName(database.name, spaceId));
    await note(deps, tenant, [forgetPlaces(placement.version, names)]);
    for (const spaceId of spaces)
      await database.upsert(tenant, { ...placement.version, spaceId, rows: [] });
  }
}

const spacesAt = ({ places }: Placement, { name }: VectorDatabase): readonly string[] =>
  Object.keys(places)
    .map(placeOf)
    .filter(({ database }) => database === name)
    .map(({ spaceId }) => spaceId);
