import { describe, expect, test } from 'vitest';
import {
  at,
  type CreateWorld,
  directions,
  documentAt,
  documentWith,
  dot,
  SPACE,
} from './store-world.ts';

/** What is nearest, and how much of it. */
export function nearestCases(create: CreateWorld): void {
  describe('the nearest', () => {
    test('are none before the first document', async () => {
      const world = await create();
      expect(await world.nearest(0)).toEqual([]);
    });

    test('come nearest first, each with the chunk as it was stored and its cosine', async () => {
      const world = await create();
      const document = documentAt('a', 1, [90, 10, 45]);
      await world.publish(document, { tags: ['x'] });
      const matches = await world.matches(0);
      expect(matches.map(({ chunk }) => chunk.hash)).toEqual(['a at 10', 'a at 45', 'a at 90']);
      expect(matches[0]?.chunk).toEqual(document.chunks[1]?.chunk);
      expect(matches[0]?.facts).toEqual({ title: 'a', attributes: { tags: ['x'] } });
      expect(matches[0]).toMatchObject({ document_id: 'a', version: 1 });
      expect(matches[0]?.score).toBeCloseTo(Math.cos(Math.PI / 18), 1);
    });

    test.each([1, 2, 7, 39, 40, 41, 200])('are exactly min(%i, matches)', async (limit) => {
      const world = await create();
      for (let id = 0; id < 4; id += 1)
        await world.publish(
          documentAt(
            `d${id}`,
            1,
            Array.from({ length: 10 }, (_, row) => id + 9 * row),
          ),
        );
      const found = await world.nearest(0, { limit });
      expect(found).toHaveLength(Math.min(limit, 40));
      expect(found[0]).toBe('d0 at 0');
    });

    test('are those that comparing all of 300 directions in 48 dimensions gives', async () => {
      const world = await create();
      const vectors = directions(300, 48);
      for (let part = 0; part < 3; part += 1) {
        const own = vectors.slice(part * 100, part * 100 + 100);
        const texts = own.map((_, row) => `${part}-${row}`);
        await world.publish(documentWith(`d${part}`, 1, texts, { [SPACE]: own }));
      }
      const [query = at(0)] = directions(1, 48, 99);
      const exact = vectors.map((vector) => dot(vector, query)).sort((a, b) => b - a);
      const found = await world.matches(query, { limit: 25 });
      // The shelf rounds: a score may be off by .01, and near ties may change places.
      for (const [rank, { score }] of found.entries())
        expect(Math.abs(score - (exact[rank] ?? 0))).toBeLessThan(0.02);
    });

    test('come with those that are far and opposite, last', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [180, 90, 0]));
      expect(await world.nearest(0)).toEqual(['a at 0', 'a at 90', 'a at 180']);
    });

    test('that are as near as each other come in a stable order', async () => {
      const world = await create();
      for (const id of ['c', 'a', 'b']) await world.publish(documentAt(id, 1, [0, 0]));
      const once = await world.matches(0, { limit: 4 });
      expect(await world.matches(0, { limit: 4 })).toEqual(once);
      expect(await world.nearest(0, { limit: 6 })).toEqual(
        ['a', 'a', 'b', 'b', 'c', 'c'].map((id) => `${id} at 0`),
      );
    });

    test('within a document come in the order of the text where they are as near', async () => {
      const world = await create();
      const vectors = { [SPACE]: [at(5), at(0), at(0), at(0)] };
      await world.publish(documentWith('a', 1, ['w', 'x', 'y', 'z'], vectors));
      expect(await world.nearest(0)).toEqual(['x', 'y', 'z', 'w']);
    });

    test('are not disturbed by a vector without direction', async () => {
      const world = await create();
      const vectors = { [SPACE]: [at(0), new Float32Array(2), at(9)] };
      await world.publish(documentWith('a', 1, ['x', 'nothing', 'y'], vectors));
      expect((await world.nearest(0)).slice(0, 2)).toEqual(['x', 'y']);
    });

    test('of a query without direction are near to nothing', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0, 1]));
      const matches = await world.matches(new Float32Array(2));
      expect(matches.every(({ score }) => score === 0)).toBe(true);
    });

    test('are the same for callers that ask at the same time', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [3, 1, 2]));
      const answers = await Promise.all(Array.from({ length: 20 }, () => world.nearest(0)));
      for (const answer of answers) expect(answer).toEqual(['a at 1', 'a at 2', 'a at 3']);
    });
  });
}
