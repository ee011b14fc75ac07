import type fc from 'fast-check';
import type { MergeDeps } from '#shared/vectors/shelf/merge-shelf.ts';
import { mergeShelf } from '#shared/vectors/shelf/merge-shelf.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import { documentOf, ShelfWorld } from './shelf-world.ts';

/**
 * Ingestions, merges and readers of one shelf at once: every call to table and objects happens when
 * the scheduler says so, and a merge may be killed at any of them.
 */
export class ShelfRace {
  readonly world = new ShelfWorld();
  /** The last published version of each document. */
  readonly published = new Map<string, number>();
  readonly #scheduler: fc.Scheduler;

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Publishes versions of documents in turn, and frees each one that was replaced. */
  async ingest(ids: readonly string[], versions: number): Promise<void> {
    const deps = this.#seen(Number.POSITIVE_INFINITY);
    const [shelf, stored] = [new Shelf(deps), new Map<string, StoredVersion>()];
    const { tenant } = this.world;
    for (let version = 1; version <= versions; version += 1) {
      for (const id of ids) {
        const before = stored.get(id);
        const next = await shelf.stage(tenant, documentOf(id, version));
        await deps.table.transact(tenant, shelf.publish(next, { title: id, attributes: {} }));
        this.published.set(id, version);
        stored.set(id, next);
        if (before) await shelf.discard(tenant, before);
      }
    }
  }

  /** A merge by a worker that dies after so many calls. */
  async merge(callsToLive: number): Promise<void> {
    await mergeShelf(this.#seen(callsToLive), this.world.tenant).catch(unlessKilled);
  }

  /** Reads again and again with one instance; each look must show what was published around it. */
  async read(times: number): Promise<readonly string[]> {
    const shelf = new Shelf(this.#seen(Number.POSITIVE_INFINITY));
    const wrong: string[] = [];
    for (let look = 0; look < times; look += 1) {
      const before = new Map(this.published);
      const seen = await versionsOn(shelf, this.world);
      for (const [id, version] of before)
        if ((seen.get(id) ?? 0) < version) wrong.push(`${id} is older than v${version}`);
    }
    return wrong;
  }

  /** What an instance that has read nothing sees now. */
  seenNow(): Promise<ReadonlyMap<string, number>> {
    return versionsOn(this.world.fresh(), this.world);
  }

  #seen(callsToLive: number): MergeDeps {
    const { table, objects, clock, pause } = this.world;
    let calls = 0;
    const delayed = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
      const scheduled = this.#scheduler.scheduleFunction(call);
      return (...args: Args): Promise<Result> => {
        calls += 1;
        return calls > callsToLive ? Promise.reject(new KilledError()) : scheduled(...args);
      };
    };
    return {
      clock,
      pause,
      table: {
        get: delayed(table.get.bind(table)),
        getMany: delayed(table.getMany.bind(table)),
        query: delayed(table.query.bind(table)),
        transact: delayed(table.transact.bind(table)),
      },
      objects: {
        get: delayed(objects.get.bind(objects)),
        put: delayed(objects.put.bind(objects)),
        delete: delayed(objects.delete.bind(objects)),
      },
    };
  }
}

class KilledError extends Error {}

function unlessKilled(error: unknown): void {
  if (!(error instanceof KilledError)) throw error;
}

async function versionsOn(shelf: Shelf, { tenant }: ShelfWorld) {
  const view = await shelf.open(tenant);
  return new Map(view.versions().map(({ document_id, version }) => [document_id, version]));
}
