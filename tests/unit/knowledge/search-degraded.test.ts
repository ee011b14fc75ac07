import { describe, expect, test } from 'vitest';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import type { SearchMode } from '#shared/knowledge/search/search-request.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import { createLibrary } from '#tests/support/knowledge/library.ts';
import { TwoSpaces } from '#tests/support/knowledge/two-spaces.ts';

const GATE = 'The north gate is locked at 22:00.';
const LUNCH = 'Lunch is served until 13:30.';

/** A library with a preferred cloud space; `stranded` came while the cloud was down. */
async function libraryOf(
  documents: Readonly<Record<string, string>>,
  stranded: Readonly<Record<string, string>> = {},
) {
  const embeddings = new TwoSpaces();
  const library = createLibrary(embeddings);
  for (const [id, text] of Object.entries(documents)) await library.add(id, text);
  embeddings.cloudIsDown = true;
  for (const [id, text] of Object.entries(stranded)) await library.add(id, text);
  embeddings.cloudIsDown = false;
  const search = (query: string, options: { mode?: SearchMode; among?: string[] } = {}) => {
    const { mode = 'hybrid', among } = options;
    const filter = among && { document_id: among };
    const request = { query, mode, max_results: 10, ...(filter && { filter }) };
    return searchKnowledge(library.deps, library.tenant, request);
  };
  return { ...library, embeddings, search };
}

const idsOf = ({ results }: { results: readonly { document_id: string }[] }) =>
  results.map(({ document_id }) => document_id);

describe('search with a cloud space before the local one', () => {
  test('understands words of another kind, and is not degraded', async () => {
    const { search, embeddings } = await libraryOf({ gate: GATE, lunch: LUNCH });
    const answer = await search('entrance');
    expect(answer.degraded).toBe(false);
    expect(idsOf(answer)).toEqual(['gate']);
    expect(embeddings.asked).toEqual(['three-topics-3']);
  });

  test('goes on in the local space and says so, when the cloud is down', async () => {
    const { search, embeddings } = await libraryOf({ gate: GATE, lunch: LUNCH });
    embeddings.cloudIsDown = true;
    const answer = await search('the gates', { mode: 'semantic' });
    expect(answer.degraded).toBe(true);
    expect(idsOf(answer)).toEqual(['gate']);
    expect(embeddings.asked).toEqual(['three-topics-3', 'local-hash-1024']);
  });

  test('finds what is not in the cloud space by the local one, and says that it may miss something', async () => {
    const { search } = await libraryOf({ lunch: LUNCH }, { gate: GATE });
    const answer = await search('gates', { mode: 'semantic' });
    expect(answer.degraded).toBe(true);
    expect(idsOf(answer)).toContain('gate');
  });

  test('is not degraded by chunks that its filter leaves out', async () => {
    const { search } = await libraryOf({ lunch: LUNCH }, { gate: GATE });
    expect((await search('meal', { among: ['lunch'] })).degraded).toBe(false);
    expect((await search('meal', { among: ['gate'] })).degraded).toBe(true);
    expect((await search('meal', { among: ['none'] })).degraded).toBe(false);
  });

  test('is never degraded when only keywords were asked for, or there is nothing to find', async () => {
    const { search } = await libraryOf({}, { gate: GATE });
    expect((await search('gate', { mode: 'keyword' })).degraded).toBe(false);
    expect((await (await libraryOf({})).search('gate')).degraded).toBe(false);
  });

  test('does not pay for a query in a space that no chunk is in', async () => {
    const { search, embeddings } = await libraryOf({}, { gate: GATE });
    expect((await search('gate')).degraded).toBe(true);
    expect(embeddings.asked).toEqual(['local-hash-1024']);
  });

  test.each(['hybrid', 'semantic'] as const)(
    'in mode %s goes on when the database of the vectors is down',
    async (mode) => {
      const { deps, tenant } = await libraryOf({ gate: GATE, lunch: LUNCH });
      const open = async () => withoutDatabase(await deps.shelf.open(tenant));
      const request = { query: 'north gate', mode, max_results: 10 };
      const answer = await searchKnowledge({ ...deps, shelf: { open } }, tenant, request);
      expect(answer.degraded).toBe(true);
      expect(idsOf(answer)).toContain('gate');
    },
  );
});

/** A view whose cloud vectors are in a database that does not answer. */
const withoutDatabase = (view: SearchView): SearchView => ({
  chunkCount: view.chunkCount,
  matching: (query) => view.matching(query),
  rarity: (term) => view.rarity(term),
  coverage: (...asked) => view.coverage(...asked),
  nearest: (query) =>
    query.spaceId === localHashProvider.spaceId
      ? view.nearest(query)
      : Promise.reject(new Error('the database is down')),
});
