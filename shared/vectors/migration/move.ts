import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Write } from '#shared/store/write.ts';
import type { BackendName, Migration, Serving } from '../databases/serving.ts';
import { decideServing, readServing } from '../databases/serving.ts';
import type { ConnectedDatabases } from '../databases/vector-database.ts';
import type { Shelf } from '../shelf/shelf.ts';
import type { ChunkMatch } from '../vector-store.ts';
import { ListChangedError, OtherMigrationError } from './errors.ts';

export interface MigrationDeps extends CommitDeps, ConnectedDatabases {
  readonly shelf: Shelf;
  /** Vectors of a document's chunks in a space, as its ingestion makes them; undefined where none can be had. */
  readonly embed: (
    tenant: Tenant,
    spaceId: string,
    chunks: readonly ChunkMatch[],
  ) => Promise<readonly Float32Array[] | undefined>;
}

/** Where a tenant's vectors are to be. */
export interface Goal {
  readonly to: BackendName;
  /** A space to add on the way; without it every version keeps the spaces it has. */
  readonly space: string | null;
}

const COMMAND = { actor: { id: 'vectors-migrate' }, correlationId: 'vectors-migrate' };
const MOST_ATTEMPTS = 20;

/**
 * Records a move, so that new versions go to both ends from now on. The same move is taken up again.
 * @throws OtherMigrationError where another one is recorded
 */
export async function beginMove(
  deps: MigrationDeps,
  tenant: Tenant,
  { to, space }: Goal,
): Promise<Migration> {
  return decide(deps, tenant, (read) => {
    const { migration, serving = deps.preferred } = read;
    if (migration && (migration.to !== to || migration.space !== space))
      throw new OtherMigrationError(
        `A move to ${migration.to} is ${migration.state}: finish it or roll it back first`,
      );
    if (migration) return { response: migration };
    const began_at = deps.clock.now().toISOString();
    const begun = { from: serving, to, space, state: 'copying' as const, began_at };
    return { response: begun, next: { serving, migration: begun } };
  });
}

/** What to decide from what was read; without `next` nothing changes. */
interface Thought<Response> {
  readonly response: Response;
  readonly next?: Parameters<typeof decideServing>[1];
}

/** Decides over who serves in one conditional write; thinks again when the list changed meanwhile. */
export async function decide<Response>(
  deps: MigrationDeps,
  tenant: Tenant,
  think: (read: Serving) => Thought<Response>,
): Promise<Response> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const read = await readServing(deps.table, tenant);
    const { response, next } = think(read);
    if (!next || (await succeeds(decideHeldTo(deps, tenant, read, next)))) return response;
  }
  throw new ListChangedError('The list of documents keeps changing');
}

/** One decision held to what was read. @throws ListChangedError when it is no longer so */
export async function decideHeldTo(
  deps: MigrationDeps,
  tenant: Tenant,
  read: Serving,
  next: Parameters<typeof decideServing>[1],
): Promise<void> {
  const write = {
    ...decideServing(read, next),
    refused: () => new ListChangedError('The list of documents changed'),
  };
  const after = { serving: next.serving ?? read.serving ?? null, migration: next.migration };
  const audit = [{ action: 'vectors.moved', target: 'vectors', after }];
  await commit(
    deps,
    { tenant, ...COMMAND },
    { writes: [write], events: [], audit, response: null },
  );
}

/** Writes notes about where vectors are. */
export async function note(deps: MigrationDeps, tenant: Tenant, writes: readonly Write[]) {
  const decision = { writes, events: [], audit: [], response: null };
  await commit(deps, { tenant, ...COMMAND }, decision);
}

async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof ListChangedError) return false;
    throw error;
  }
}
