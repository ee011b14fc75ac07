import { describe, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { type CreateWorld, documentAt } from './store-world.ts';

/** Whose chunks are seen. */
export function tenantCases(create: CreateWorld, others: number): void {
  describe('a tenant', () => {
    test('never sees what another has, not even with its very name as a prefix', async () => {
      const world = await create();
      await world.publish(documentAt('secret', 1, [0]), {}, world.other);
      await world.publish(documentAt('own', 1, [90]));
      expect(await world.nearest(0)).toEqual(['own at 90']);
      expect(await world.nearest(0, { tenant: world.other })).toEqual(['secret at 0']);
    });

    test(`gets all of its own, exactly, as one in ${others + 1} with all others nearer`, async () => {
      const world = await create();
      const crowd = Array.from({ length: others }, (_, at) =>
        trustedTenant(`${world.acme}-${at + 3}`),
      );
      for (let at = 0; at < others; at += 50)
        await Promise.all(
          crowd
            .slice(at, at + 50)
            .map((tenant) => world.publish(documentAt('a', 1, [0, 1]), {}, tenant)),
        );
      await world.publish(documentAt('a', 1, [150, 120, 140]));
      expect(await world.nearest(0)).toEqual(['a at 120', 'a at 140', 'a at 150']);
      expect(await world.nearest(0, { limit: 2 })).toEqual(['a at 120', 'a at 140']);
    }, 120_000);

    test('may name a document as another does', async () => {
      const world = await create();
      await world.publish(documentAt('same', 1, [0]), {}, world.other);
      await world.publish(documentAt('same', 1, [7]));
      expect(await world.nearest(0)).toEqual(['same at 7']);
      expect(await world.nearest(0, { tenant: world.other })).toEqual(['same at 0']);
    });

    test('does not reach the document of another by its id', async () => {
      const world = await create();
      await world.publish(documentAt('secret', 1, [0]), {}, world.other);
      await world.publish(documentAt('own', 1, [0]));
      expect(await world.nearest(0, { filter: { document_id: ['secret'] } })).toEqual([]);
    });

    test('keeps what it has when another withdraws and discards the same', async () => {
      const world = await create();
      const theirs = await world.publish(documentAt('same', 1, [0]), {}, world.other);
      await world.publish(documentAt('same', 1, [0]));
      await world.withdraw('same', world.other);
      await world.store.discard(world.other, theirs);
      expect(await world.nearest(0)).toEqual(['same at 0']);
      expect(await world.nearest(0, { tenant: world.other })).toEqual([]);
    });

    test('shares no count with another', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0, 1, 2]));
      await world.publish(documentAt('b', 1, [0]));
      await world.publish(documentAt('c', 1, [0]), {}, world.other);
      expect((await world.store.usage(world.acme, 'a')).chunks).toBe(1);
      expect((await world.store.usage(world.acme, 'z')).chunks).toBe(4);
    });
  });
}
