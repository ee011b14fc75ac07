import { describe, expect, test } from 'vitest';
import { VectorsUnavailableError } from '#shared/vectors/databases/database-view.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { keptOf } from '#tests/support/vectors/create-move.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';
import { documentAt, SPACE, StoreWorld } from '#tests/support/vectors/store-suite/store-world.ts';

/** A database beside a shelf that keeps the local space in any case. */
function create() {
  const database = new InMemoryDatabase();
  const built = createDatabaseStore([database], { shelvedSpaces: [SPACE] });
  return { database, ...built, world: new StoreWorld(built) };
}

const BOTH = [SPACE, 'cloud'];

describe('a database that is down', () => {
  test('is answered for by the shelf in the local space', async () => {
    const { database, world, failures } = create();
    await world.publish(documentAt('a', 1, [2, 1], BOTH));
    database.fault = new Error('down');
    expect(await world.nearest(0)).toEqual(['a at 1', 'a at 2']);
    expect(failures).toHaveLength(1);
  });

  test('leaves a space that only it has without an answer, and says so', async () => {
    const { database, world } = create();
    await world.publish(documentAt('a', 1, [1], BOTH));
    database.fault = new Error('down');
    await expect(world.nearest(0, { spaceId: 'cloud' })).rejects.toThrow(VectorsUnavailableError);
  });

  test('is left alone for a while, and then asked again', async () => {
    const { database, world, failures, clock } = create();
    await world.publish(documentAt('a', 1, [1], BOTH));
    database.fault = new Error('down');
    for (let time = 0; time < 5; time += 1) await world.nearest(0);
    expect(failures).toHaveLength(1);
    database.fault = undefined;
    clock.passSeconds(11);
    expect(await world.nearest(0, { spaceId: 'cloud' })).toEqual(['a at 1']);
  });

  test('holds no ingestion up: the shelf takes every space, and is searched in them', async () => {
    const { database, world } = create();
    database.fault = new Error('down');
    await world.publish(documentAt('a', 1, [1], BOTH));
    database.fault = undefined;
    await world.publish(documentAt('b', 1, [2], BOTH));
    expect(await world.nearest(0, { spaceId: 'cloud' })).toEqual(['a at 1', 'b at 2']);
    const view = await world.store.open(world.acme);
    expect(view.coverage('cloud')).toEqual({ chunks: 2, withVector: 2 });
  });

  test('does not keep a document from being withdrawn and freed', async () => {
    const { database, world, segments } = create();
    const stored = await world.publish(documentAt('a', 1, [1], BOTH));
    database.fault = new Error('down');
    await world.withdraw('a');
    await world.store.discard(world.acme, stored);
    expect(await world.nearest(0)).toEqual([]);
    expect(segments.objects.size).toBe(0);
    database.fault = undefined;
    expect(await keptOf(database, world.acme)).not.toEqual([]);
  });

  test('that has lost vectors is not believed', async () => {
    const { database, world, failures } = create();
    await world.publish(documentAt('a', 1, [1, 2], BOTH));
    await database.remove(world.acme, { document_id: 'a', version: 1 });
    expect(await world.nearest(0)).toEqual(['a at 1', 'a at 2']);
    expect(failures.map(String)).toEqual([`Error: 0 of 2 vectors of ${SPACE} came`]);
  });

  test('keeps what the shelf needs not: vectors of other spaces are in the database alone', async () => {
    const { database, world, shelf } = create();
    await world.publish(documentAt('a', 1, [1], BOTH));
    const [version] = (await shelf.open(world.acme)).versions();
    expect(version?.spaces).toEqual([SPACE]);
    const kept = await keptOf(database, world.acme);
    expect(kept.map(({ spaceId }) => spaceId).sort()).toEqual([...BOTH].sort());
  });
});
