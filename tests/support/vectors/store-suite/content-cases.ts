import { describe, expect, test } from 'vitest';
import { type CreateWorld, directions, documentAt, documentWith, SPACE } from './store-world.ts';

const ODD_IDS = ['a b', "o'brien", 'x#1', 'größe 火', '%', '"quoted"', '..', 'a/b?c=d'];

/** What documents may be called and hold, and how large they may be. */
export function contentCases(create: CreateWorld): void {
  describe('a document', () => {
    test.each(ODD_IDS)('may be called %s', async (id) => {
      const world = await create();
      const first = await world.publish(documentAt(id, 1, [0]));
      await world.publish(documentAt('x', 1, [1]));
      await world.publish(documentAt(id, 2, [2]));
      await world.store.discard(world.acme, first);
      expect(await world.nearest(0)).toEqual(['x at 1', `${id} at 2`]);
      expect(await world.nearest(0, { filter: { document_id: [id] } })).toEqual([`${id} at 2`]);
    });

    test('gives its text back as it was, in any script', async () => {
      const world = await create();
      const text = 'Zu\u0308rich\n\t"\\ 🏭👩‍🔧 火災報知器 \u0000';
      await world.publish(documentWith('a', 1, [text], { [SPACE]: directions(1, 2) }));
      expect(await world.nearest(0)).toEqual([text]);
    });

    test('without chunks is nothing that can be found', async () => {
      const world = await create();
      await world.publish(documentWith('empty', 1, [], {}));
      await world.publish(documentAt('a', 1, [0]));
      expect(await world.nearest(0)).toEqual(['a at 0']);
    });

    test('without vectors is found by its words alone', async () => {
      const world = await create();
      await world.publish(documentWith('a', 1, ['gate guard'], {}));
      await world.publish(documentAt('b', 1, [0]));
      expect(await world.nearest(0)).toEqual(['b at 0']);
      const view = await world.store.open(world.acme);
      const found = view.matching({ terms: ['guard'], limit: 5 });
      expect(found.map(({ document_id }) => document_id)).toEqual(['a']);
      expect(view.rarity('guard')).toBeGreaterThan(0);
      expect(view.chunkCount).toBe(2);
    });

    test('of 7 MB of vectors is there with all of them', async () => {
      const world = await create();
      const vectors = directions(1_200, 1536);
      const texts = vectors.map((_, row) => `${row}`);
      await world.publish(documentWith('a', 1, texts, { [SPACE]: vectors }));
      for (const row of [0, 1_199]) {
        const [best] = await world.matches(vectors[row] ?? new Float32Array(), { limit: 1 });
        expect(best?.chunk.text).toBe(`${row}`);
        expect(best?.score).toBeCloseTo(1, 1);
      }
    }, 60_000);

    test('of 2,500 chunks leaves nothing behind when a short one takes its place', async () => {
      const world = await create();
      const vectors = directions(2_500, 4);
      const texts = vectors.map((_, row) => `${row}`);
      const first = await world.publish(documentWith('a', 1, texts, { [SPACE]: vectors }));
      const query = vectors[7] ?? new Float32Array();
      expect(await world.nearest(query, { limit: 3_000 })).toHaveLength(2_500);
      await world.publish(documentWith('a', 2, ['short'], { [SPACE]: directions(1, 4) }));
      await world.store.discard(world.acme, first);
      expect(await world.nearest(query, { limit: 3_000 })).toEqual(['short']);
    }, 60_000);
  });
}
