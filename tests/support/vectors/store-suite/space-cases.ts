import { describe, expect, test } from 'vitest';
import { at, type CreateWorld, documentAt, documentWith, SPACE } from './store-world.ts';

const ODD_SPACE = 'openai:text-embedding-3-small/1536 (größe) 🧭';

/** Vectors are compared with those of their own space alone. */
export function spaceCases(create: CreateWorld): void {
  describe('a space', () => {
    test('never meets another, not even one whose name begins alike', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]));
      expect(await world.nearest(0, { spaceId: `${SPACE}-other` })).toEqual([]);
      expect(await world.nearest(0, { spaceId: 'test' })).toEqual([]);
    });

    test('of the same width as another has its own vectors', async () => {
      const world = await create();
      const vectors = { one: [at(0), at(90)], two: [at(90), at(0)] };
      await world.publish(documentWith('a', 1, ['x', 'y'], vectors));
      expect(await world.nearest(0, { spaceId: 'one', limit: 1 })).toEqual(['x']);
      expect(await world.nearest(0, { spaceId: 'two', limit: 1 })).toEqual(['y']);
    });

    test('may have another width than its neighbour', async () => {
      const world = await create();
      const vectors = { flat: [at(0)], deep: [Float32Array.of(0, 0, 1)] };
      await world.publish(documentWith('a', 1, ['x'], vectors));
      expect(await world.nearest(0, { spaceId: 'flat' })).toEqual(['x']);
      expect(await world.nearest(Float32Array.of(0, 0, 1), { spaceId: 'deep' })).toEqual(['x']);
    });

    test('may be named in any letters', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0], [ODD_SPACE]));
      expect(await world.nearest(0, { spaceId: ODD_SPACE })).toEqual(['a at 0']);
      expect(await world.nearest(0)).toEqual([]);
    });

    test('refuses a query of another width', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]));
      await expect(world.nearest(new Float32Array(3).fill(1))).rejects.toThrow(RangeError);
      await expect(world.nearest(new Float32Array(1).fill(1))).rejects.toThrow(RangeError);
    });

    test('refuses a document with a vector too few', async () => {
      const world = await create();
      const document = documentWith('a', 1, ['x', 'y'], { [SPACE]: [at(0)] });
      await expect(world.stage(document)).rejects.toThrow(RangeError);
    });

    test('refuses a document with vectors of two widths', async () => {
      const world = await create();
      const vectors = { [SPACE]: [at(0), Float32Array.of(1, 0, 0)] };
      await expect(world.stage(documentWith('a', 1, ['x', 'y'], vectors))).rejects.toThrow(
        RangeError,
      );
    });

    test('refuses what is no number', async () => {
      const world = await create();
      const vectors = { [SPACE]: [Float32Array.of(Number.NaN, 1)] };
      await expect(world.stage(documentWith('a', 1, ['x'], vectors))).rejects.toThrow(RangeError);
    });

    test('that a document lacks does not compare it, and says so', async () => {
      const world = await create();
      await world.publish(documentAt('both', 1, [0, 1], [SPACE, 'cloud']));
      await world.publish(documentAt('lacks', 1, [0, 1, 2]), { tags: ['x'] });
      expect(await world.nearest(0, { spaceId: 'cloud' })).toEqual(['both at 0', 'both at 1']);
      const view = await world.store.open(world.acme);
      expect(view.coverage('cloud')).toEqual({ chunks: 5, withVector: 2 });
      expect(view.coverage(SPACE)).toEqual({ chunks: 5, withVector: 5 });
      expect(view.coverage('cloud', { tags: ['x'] })).toEqual({ chunks: 3, withVector: 0 });
    });
  });
}
