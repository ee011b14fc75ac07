import { DatabaseStore } from '#shared/vectors/databases/database-store.ts';
import type { VectorDatabase } from '#shared/vectors/databases/vector-database.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

/** A shelf in memory with databases in front of it, of which the first is asked. */
export function createDatabaseStore(
  connected: readonly VectorDatabase[],
  options: {
    readonly preferred?: VectorDatabase['name'] | 'shelf';
    readonly shelvedSpaces?: readonly string[];
  } = {},
) {
  const table = new InMemoryTable();
  const segments = new InMemorySegments();
  const clock = new VirtualClock();
  const failures: unknown[] = [];
  const shelf = new Shelf({ table, objects: segments });
  const deps = {
    table,
    clock,
    pause: async () => undefined,
    shelf,
    connected,
    preferred: options.preferred ?? connected[0]?.name ?? ('shelf' as const),
    shelvedSpaces: options.shelvedSpaces ?? [],
    patienceMs: 60_000,
    onDatabaseFailure: (_database: string, error: unknown) => failures.push(error),
  };
  const store = new DatabaseStore(deps);
  return { ...deps, segments, failures, store, transact: table.transact.bind(table) };
}
