import { expect, test } from 'vitest';
import { readFilter } from '#functions/http/knowledge/read-filter.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import { MAX_RESULTS } from '#shared/knowledge/search/search-request.ts';
import { createLibrary } from '#tests/support/knowledge/library.ts';

const TEXT = 'The gate is closed at night.';
const LABELS = {
  authority: 'official',
  source: 'HR',
  tags: ['night', 'gates'],
  jurisdiction: 'Bayern',
  industry: 'healthcare',
  language: 'de',
} as const;

async function twoDocuments() {
  const library = createLibrary();
  await library.add('labelled', TEXT, LABELS);
  await library.add('plain', TEXT);
  return library;
}

test.each([
  [{ authority: ['official' as const] }],
  [{ source: ['IT', 'HR'] }],
  [{ tags: ['gates'] }],
  [{ jurisdiction: ['Bayern'] }],
  [{ industry: ['healthcare'] }],
  [{ language: ['de', 'fr'] }],
  [{ document_id: ['labelled'] }],
  [{ tags: ['night'], language: ['de'], source: ['HR'] }],
])('a search among %j finds what has such a label, in every mode', async (filter) => {
  const { deps, tenant } = await twoDocuments();
  for (const mode of ['hybrid', 'semantic', 'keyword'] as const) {
    const request = { query: 'closed gate', mode, max_results: 10, filter };
    const { results } = await searchKnowledge(deps, tenant, request);
    expect(results.map(({ document_id }) => document_id)).toEqual(['labelled']);
  }
});

test('what misses one of several labels is not found', async () => {
  const { deps, tenant } = await twoDocuments();
  const filter = { tags: ['night'], language: ['en'] };
  const request = { query: 'closed gate', mode: 'hybrid', max_results: 10, filter } as const;
  expect((await searchKnowledge(deps, tenant, request)).results).toEqual([]);
});

test('no more is found than was asked for, and no more than fifty', async () => {
  const library = createLibrary();
  for (let at = 0; at < 60; at += 1) await library.add(`d${at}`, `${TEXT} It has number ${at}.`);
  const find = async (max_results: number) => {
    const request = { query: 'gate', mode: 'hybrid', max_results } as const;
    return (await searchKnowledge(library.deps, library.tenant, request)).results.length;
  };
  expect(await find(3)).toBe(3);
  expect(await find(MAX_RESULTS)).toBe(50);
});

test.each(['source', 'tags', 'jurisdiction', 'industry', 'language', 'document_id'])(
  'a %s longer than any document has finds nothing',
  async (name) => {
    const { deps, tenant } = await twoDocuments();
    const filter = readFilter({ [name]: 'x'.repeat(1000) });
    const request = { query: 'gate', mode: 'hybrid', max_results: 5, filter } as const;
    expect((await searchKnowledge(deps, tenant, request)).results).toEqual([]);
  },
);
