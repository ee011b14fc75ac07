import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreText } from '#shared/knowledge/chunks/chunk.ts';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import { MAX_RESULTS } from '#shared/knowledge/search/search-request.ts';
import { createLibrary } from '#tests/support/knowledge/library.ts';

const WORDS = ['gate', 'Tür', 'badge', '門', 'gardé', 'पहरा', 'حارس', '👩🏽‍🚒', '07:30'] as const;
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 })
  .map((words) => `The ${words.join(' ')} is closed. `);
const piece = fc.oneof(
  sentence,
  sentence.map((text) => text.repeat(8)),
  fc.constantFrom(
    '\n\n',
    '# Rules\n\n',
    '- gate\n- badge\n',
    '| gate | badge |\n|---|---|\n| 1 | 2 |\n',
  ),
  fc.constantFrom('```\ngate()\n```\n', '\f', '\ud83d', `${'badge'.repeat(90)} `),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

test('every quote is the very text of its document at the offsets it names', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...WORDS), async (document, word) => {
      const library = createLibrary();
      await library.add('a', document);
      const restored = restoreText(cutIntoChunks(document));
      const request = {
        query: `${word} closed`,
        mode: 'hybrid',
        max_results: MAX_RESULTS,
      } as const;
      const { results } = await searchKnowledge(library.deps, library.tenant, request);
      for (const { citation, text: chunk } of results) {
        expect(restored.slice(citation.start, citation.end)).toBe(citation.quote);
        expect(chunk).toContain(citation.quote);
      }
    }),
    { numRuns: 80 },
  );
});
