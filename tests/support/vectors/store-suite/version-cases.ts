import { describe, expect, test } from 'vitest';
import { type CreateWorld, documentAt } from './store-world.ts';

/** Which version of a document is seen, and when. */
export function versionCases(create: CreateWorld): void {
  describe('a version', () => {
    test('is unseen while it is stored but not published', async () => {
      const world = await create();
      await world.stage(documentAt('a', 1, [0]));
      expect(await world.nearest(0)).toEqual([]);
    });

    test('leaves the one before in search until it is published itself', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [50]));
      await world.stage(documentAt('a', 2, [0, 1]));
      expect(await world.nearest(0)).toEqual(['a at 50']);
    });

    test('takes the place of the one before', async () => {
      const world = await create();
      const first = await world.publish(documentAt('a', 1, [0, 1, 2]));
      await world.publish(documentAt('a', 2, [5]));
      expect(await world.nearest(0)).toEqual(['a at 5']);
      await world.store.discard(world.acme, first);
      expect(await world.nearest(0)).toEqual(['a at 5']);
    });

    test('can be brought back while it is not discarded', async () => {
      const world = await create();
      const first = await world.publish(documentAt('a', 1, [0]));
      await world.publish(documentAt('a', 2, [5]));
      await world.show(first);
      expect(await world.nearest(0)).toEqual(['a at 0']);
    });

    test('is gone from search with the transaction that withdraws it', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]));
      await world.publish(documentAt('b', 1, [1]));
      expect(await world.nearest(0)).toHaveLength(2);
      await world.withdraw('a');
      expect(await world.nearest(0)).toEqual(['b at 1']);
    });

    test('can be published again after it was withdrawn', async () => {
      const world = await create();
      const stored = await world.publish(documentAt('a', 1, [0]));
      await world.withdraw('a');
      await world.show(stored);
      expect(await world.nearest(0)).toEqual(['a at 0']);
    });

    test('that never was is withdrawn without harm', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]));
      await world.withdraw('unknown');
      expect(await world.nearest(0)).toEqual(['a at 0']);
    });

    test('may be discarded twice', async () => {
      const world = await create();
      const stored = await world.publish(documentAt('a', 1, [0]));
      await world.publish(documentAt('b', 1, [1]));
      await world.withdraw('a');
      await world.store.discard(world.acme, stored);
      await world.store.discard(world.acme, stored);
      expect(await world.nearest(0)).toEqual(['b at 1']);
    });

    test('may be discarded without ever having been published', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [3]));
      await world.store.discard(world.acme, await world.stage(documentAt('a', 2, [0])));
      expect(await world.nearest(0)).toEqual(['a at 3']);
    });

    test('comes back whole after it was discarded and staged anew', async () => {
      const world = await create();
      const stored = await world.publish(documentAt('a', 1, [0, 1]));
      await world.withdraw('a');
      await world.store.discard(world.acme, stored);
      await world.publish(documentAt('a', 1, [0, 1]));
      expect(await world.nearest(0)).toEqual(['a at 0', 'a at 1']);
    });

    test('staged and published again changes nothing', async () => {
      const world = await create();
      for (let time = 0; time < 3; time += 1) await world.publish(documentAt('a', 1, [0, 1]));
      expect(await world.nearest(0)).toEqual(['a at 0', 'a at 1']);
    });

    test('that two workers staged with different contents is the one that was published', async () => {
      const world = await create();
      const early = await world.stage(documentAt('a', 1, [10, 20, 30]));
      await world.publish(documentAt('a', 1, [40]));
      expect(await world.nearest(0)).toEqual(['a at 40']);
      await world.stage(documentAt('a', 1, [1, 2, 3]));
      expect(await world.nearest(0)).toEqual(['a at 40']);
      await world.show(early);
      expect(await world.nearest(0)).toEqual(['a at 10', 'a at 20', 'a at 30']);
    });

    test('among twelve that are published at once is there', async () => {
      const world = await create();
      const ids = Array.from({ length: 12 }, (_, id) => `d${id}`);
      await Promise.all(ids.map((id) => world.publish(documentAt(id, 1, [0]))));
      expect(await world.nearest(0, { limit: 50 })).toHaveLength(ids.length);
    });

    test('that is staged twice at the same time is there once', async () => {
      const world = await create();
      await Promise.all([1, 2, 3].map(() => world.stage(documentAt('a', 1, [0, 1]))));
      await world.publish(documentAt('a', 1, [0, 1]));
      expect(await world.nearest(0)).toEqual(['a at 0', 'a at 1']);
    });
  });
}
