import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attributes } from '#shared/vectors/indexed-document.ts';
import type { Shelf } from '#shared/vectors/shelf/shelf.ts';
import type { Filter } from '#shared/vectors/vector-store.ts';
import { ShelfRace } from '#tests/support/knowledge/shelf-race.ts';
import { ShelfWorld, SPACE, type TestChunk, unitAt } from '#tests/support/knowledge/shelf-world.ts';

const WORDS = ['gate', 'badge', 'fire', 'night', 'guard', 'Äpfel', '門'] as const;
const chunk: fc.Arbitrary<TestChunk> = fc.record({
  terms: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
  degrees: fc.integer({ min: 0, max: 359 }),
});
const chunks = fc.array(chunk, { minLength: 1, maxLength: 4 });

/** A document gets a new version, or is withdrawn; then somebody may merge. */
const later = fc.array(
  fc.record({ at: fc.nat(7), chunks: fc.option(chunks), merge: fc.boolean() }),
  { maxLength: 6 },
);
type Change = typeof later extends fc.Arbitrary<(infer Value)[]> ? Value : never;

/** Every second document has a label. */
const labelsOf = (at: number): Attributes => (at % 2 === 0 ? { tags: ['x'] } : {});

async function live(
  world: ShelfWorld,
  first: readonly (readonly TestChunk[])[],
  changes: readonly Change[],
  mode: 'merging' | 'plain',
): Promise<void> {
  for (const [at, own] of first.entries()) await world.publish(`d${at}`, 1, own, labelsOf(at));
  if (mode === 'merging') expect(await world.merge()).toBe('merged');
  for (const [index, { at, chunks: own, merge }] of changes.entries()) {
    if (own) await world.publish(`d${at}`, index + 2, own);
    else await world.withdraw(`d${at}`);
    if (merge && mode === 'merging') await world.merge();
  }
}

/** Everything that search can learn of a shelf. */
async function learn(world: ShelfWorld, shelf: Shelf) {
  const view = await shelf.open(world.tenant);
  const filters: readonly Filter[] = [{}, { tags: ['x'] }, { document_id: ['d1', 'd3'] }];
  const near = filters.map((filter) =>
    view.nearest({ spaceId: SPACE, vector: unitAt(40), limit: 5, filter }),
  );
  return {
    near: await Promise.all(near),
    matching: filters.map((filter) => view.matching({ terms: WORDS, limit: 5, filter })),
    rarities: WORDS.map((word) => view.rarity(word)),
    coverage: filters.map((filter) => view.coverage(SPACE, filter)),
    versions: view.versions(),
  };
}

const documentIds = (count: number) => Array.from({ length: count }, (_, at) => `d${at}`);

describe('merging segments', () => {
  test('never changes what search finds, also of what is replaced or withdrawn afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(chunks, { minLength: 2, maxLength: 8 }),
        later,
        async (...given) => {
          const [merged, plain] = [new ShelfWorld(), new ShelfWorld()];
          await live(merged, ...given, 'merging');
          await live(plain, ...given, 'plain');
          const expected = await learn(plain, plain.shelf);
          expect(await learn(merged, merged.fresh())).toEqual(expected);
          expect(await learn(merged, merged.shelf)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('leaves an instance that has read nothing few objects to read', async () => {
    const world = new ShelfWorld();
    for (const id of documentIds(40)) await world.publish(id, 1, [{ terms: ['gate'], degrees: 0 }]);
    await world.merge();
    world.objects.reads = 0;
    const view = await world.fresh().open(world.tenant);
    expect(view.chunkCount).toBe(40);
    expect(world.objects.reads).toBe(1);
  });

  test('copies versions together only with others of the same spaces', async () => {
    const world = new ShelfWorld();
    const own = [{ terms: ['gate'], degrees: 0 }];
    for (const id of documentIds(4))
      await world.publish(id, 1, own, {}, id < 'd2' ? SPACE : 'other-2');
    await world.merge();
    expect(world.mergedKeys).toHaveLength(2);
    const view = await world.fresh().open(world.tenant);
    expect(view.coverage(SPACE)).toEqual({ chunks: 4, withVector: 2 });
  });

  test('frees what it has replaced when nobody can still come for it, and says when there is nothing to do', async () => {
    const world = new ShelfWorld();
    const own = [{ terms: ['gate'], degrees: 0 }];
    for (const id of documentIds(4)) await world.publish(id, 1, own);
    await world.merge();
    for (const id of documentIds(4)) await world.publish(id, 2, own);
    await world.merge();
    expect(world.mergedKeys).toHaveLength(2);
    world.waitForAll();
    expect(await world.merge()).toBe('nothing_to_merge');
    expect(world.mergedKeys).toHaveLength(1);
  });

  test('a merged segment that is lost costs time, not results', async () => {
    const world = new ShelfWorld();
    for (const id of documentIds(3)) await world.publish(id, 1, [{ terms: ['gate'], degrees: 0 }]);
    await world.merge();
    for (const key of world.mergedKeys) world.objects.objects.delete(key);
    expect((await world.fresh().open(world.tenant)).chunkCount).toBe(3);
    await world.merge();
    expect(world.mergedKeys).toHaveLength(1);
  });
});

describe('two ingestions, merges that may die, and readers at once', () => {
  test('lose nothing, show nothing old, and leave no object that nobody frees', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
        async (scheduler, lives) => {
          const race = new ShelfRace(scheduler);
          const [wrong] = await scheduler.waitFor(
            Promise.all([
              race.read(3),
              race.ingest(['a', 'b', 'c'], 3),
              race.ingest(['d', 'e', 'f'], 3),
              ...lives.map((calls) => race.merge(calls)),
            ]),
          );
          expect(wrong).toEqual([]);
          expect(await race.seenNow()).toEqual(race.published);
          await race.world.merge();
          race.world.waitForAll();
          await race.world.merge();
          expect(await race.seenNow()).toEqual(race.published);
          expect(race.world.mergedKeys).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
