import { describe, expect, test } from 'vitest';
import { type CreateWorld, documentAt } from './store-world.ts';

/** Values that mean something to a database, or to JavaScript. */
const ODD_VALUES = [
  "o'brien",
  '"; drop table vectors; --',
  '100% \\ _',
  '$in',
  '火災 🔥',
  '{a,b}',
  '',
];

/** Which documents take part. */
export function filterCases(create: CreateWorld): void {
  describe('a filter', () => {
    test('asks for one of the values of every name', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]), { tags: ['x', 'y'], source: ['hr'] });
      await world.publish(documentAt('b', 1, [1]), { tags: ['y'] });
      expect(await world.nearest(0, { filter: { tags: ['x', 'z'] } })).toEqual(['a at 0']);
      expect(await world.nearest(0, { filter: { tags: ['y'] } })).toEqual(['a at 0', 'b at 1']);
      const both = { tags: ['y'], source: ['hr'] };
      expect(await world.nearest(0, { filter: both })).toEqual(['a at 0']);
    });

    test('that admits few still gives min(limit, matches)', async () => {
      const world = await create();
      for (let id = 0; id < 20; id += 1)
        await world.publish(documentAt(`d${id}`, 1, [id, id + 90]), { n: [`${id % 10}`] });
      expect(await world.nearest(0, { limit: 3, filter: { n: ['9'] } })).toEqual([
        'd9 at 9',
        'd19 at 19',
        'd9 at 99',
      ]);
      expect(await world.nearest(0, { limit: 9, filter: { n: ['9'] } })).toHaveLength(4);
    });

    test('gives what is far where all that is near is not admitted', async () => {
      const world = await create();
      for (let id = 0; id < 30; id += 1) await world.publish(documentAt(`near${id}`, 1, [id]));
      await world.publish(documentAt('far', 1, [170, 175]), { tags: ['rare'] });
      const filter = { tags: ['rare'] };
      expect(await world.nearest(0, { filter })).toEqual(['far at 170', 'far at 175']);
    });

    test('by document admits the named ones', async () => {
      const world = await create();
      for (const id of ['a', 'b', 'c']) await world.publish(documentAt(id, 1, [id.charCodeAt(0)]));
      const found = await world.nearest(0, { filter: { document_id: ['c', 'a', 'unknown'] } });
      expect(found).toEqual(['a at 97', 'c at 99']);
    });

    test('by document and label asks for both', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]), { tags: ['x'] });
      await world.publish(documentAt('b', 1, [1]), { tags: ['y'] });
      const filter = { document_id: ['a', 'b'], tags: ['y'] };
      expect(await world.nearest(0, { filter })).toEqual(['b at 1']);
    });

    test('by a name that no document has admits none', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]));
      expect(await world.nearest(0, { filter: { colour: ['red'] } })).toEqual([]);
      expect(await world.nearest(0, { filter: { constructor: ['red'] } })).toEqual([]);
      expect(await world.nearest(0, { filter: { toString: ['red'] } })).toEqual([]);
    });

    test('without values admits none', async () => {
      const world = await create();
      await world.publish(documentAt('a', 1, [0]), { tags: ['x'] });
      expect(await world.nearest(0, { filter: { tags: [] } })).toEqual([]);
    });

    test('takes every value as it is', async () => {
      const world = await create();
      for (const [id, value] of ODD_VALUES.entries())
        await world.publish(documentAt(`d${id}`, 1, [id]), { tags: [value] });
      for (const [id, value] of ODD_VALUES.entries())
        expect(await world.nearest(0, { filter: { tags: [value] } })).toEqual([`d${id} at ${id}`]);
    });

    test('follows labels that change without the document being staged again', async () => {
      const world = await create();
      const stored = await world.publish(documentAt('a', 1, [0]), { tags: ['old'] });
      await world.show(stored, { tags: ['new'] });
      expect(await world.nearest(0, { filter: { tags: ['old'] } })).toEqual([]);
      expect(await world.nearest(0, { filter: { tags: ['new'] } })).toEqual(['a at 0']);
    });
  });
}
