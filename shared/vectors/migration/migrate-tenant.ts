import type { Tenant } from '#shared/runtime/tenant.ts';
import { readServing } from '../databases/serving.ts';
import type { VectorDatabase } from '../databases/vector-database.ts';
import { copyVectors } from './copy-vectors.ts';
import { IncompleteMigrationError, ListChangedError } from './errors.ts';
import { missingCopies } from './missing-copies.ts';
import { beginMove, decideHeldTo, type Goal, type MigrationDeps } from './move.ts';

export interface Moved {
  /** Sets of vectors of a version and space that this run copied. */
  readonly copied: number;
  readonly state: 'nothing to move' | 'switched';
}

/** Rounds in which documents may still come and go while the rest is copied. */
const MOST_ROUNDS = 50;

/**
 * Moves a tenant's vectors to another backend, or adds a space, while search and ingestion go on: copies
 * what is missing until nothing is, and then switches in one write that holds the list to what was
 * compared. Killed at any point it goes on where it was when it is run again.
 * @throws IncompleteMigrationError, OtherMigrationError
 */
export async function migrateTenant(
  deps: MigrationDeps,
  tenant: Tenant,
  goal: Goal,
): Promise<Moved> {
  const { generation } = await readServing(deps.table, tenant);
  if (generation === 0) return { copied: 0, state: 'nothing to move' };
  await beginMove(deps, tenant, goal);
  let copied = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const progress = await copyRound(deps, tenant, goal);
    copied += progress.copied;
    if (progress.switched) return { copied, state: 'switched' };
  }
  throw new ListChangedError('The list of documents keeps changing');
}

async function copyRound(deps: MigrationDeps, tenant: Tenant, goal: Goal) {
  const read = await readServing(deps.table, tenant);
  const view = await deps.shelf.open(tenant);
  const missing = await missingCopies(deps, tenant, view, goal);
  if (missing.length === 0)
    return { copied: 0, switched: await switched(deps, tenant, goal, read) };
  const to = targetOf(deps, goal, missing.length);
  let copied = 0;
  for (const copy of missing) {
    const outcome = await copyVectors(deps, tenant, { view, to }, copy);
    if (outcome === 'impossible')
      throw new IncompleteMigrationError(
        `Vectors of ${copy.spaceId} for ${copy.version.document_id} cannot be had; ${copied} were copied`,
      );
    if (outcome === 'copied') copied += 1;
  }
  return { copied, switched: false };
}

function targetOf({ connected }: MigrationDeps, { to }: Goal, missing: number): VectorDatabase {
  if (to === 'shelf')
    throw new IncompleteMigrationError(
      `The shelf lacks ${missing} sets of vectors that a database has; ingest those documents again`,
    );
  const target = connected.find(({ name }) => name === to);
  if (!target) throw new IncompleteMigrationError(`${to} is not among the configured backends`);
  return target;
}

/** Nothing is missing of the list as it was read: from this write on search asks the new backend. */
async function switched(
  deps: MigrationDeps,
  tenant: Tenant,
  { to }: Goal,
  read: Awaited<ReturnType<typeof readServing>>,
): Promise<boolean> {
  if (!read.migration || read.migration.state === 'switched') return true;
  try {
    const migration = { ...read.migration, state: 'switched' as const };
    await decideHeldTo(deps, tenant, read, { serving: to, migration });
    return true;
  } catch (error) {
    if (error instanceof ListChangedError) return false;
    throw error;
  }
}
