import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPage } from '#infra/local/engines/s3-listing.ts';

const stored = (...keys: readonly string[]) => keys.map((key) => ({ key }));
const keysOf = (objects: readonly { readonly key: string }[]) => objects.map(({ key }) => key);

describe('a listing', () => {
  it('is in the order of bytes', () => {
    expect(keysOf(listPage(stored('a', 'B', 'Z', 'b'), {}).objects)).toEqual(['B', 'Z', 'a', 'b']);
  });

  it('folds keys behind a delimiter', () => {
    const keys = stored('p/a/1', 'p/a/2', 'p/b', 'p/c/1', 'q');
    expect(listPage(keys, { prefix: 'p/', delimiter: '/' })).toEqual({
      objects: [{ key: 'p/b' }],
      commonPrefixes: ['p/a/', 'p/c/'],
      isTruncated: false,
    });
  });

  it('shows every key once, page by page', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 7 }), (names, maxKeys) => {
        const seen: string[] = [];
        for (let truncated = true; truncated; ) {
          const page = listPage(stored(...names), { maxKeys, startAfter: seen.at(-1) ?? '' });
          seen.push(...keysOf(page.objects));
          truncated = page.isTruncated;
        }
        expect(seen.toSorted()).toEqual(names.toSorted());
      }),
    );
  });
});
