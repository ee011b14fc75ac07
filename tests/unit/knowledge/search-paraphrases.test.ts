import { expect, test } from 'vitest';
import { termsOf } from '#shared/knowledge/terms.ts';
import { readParaphrases } from '#tests/evaluation/retrieval/read-paraphrases.ts';
import { textbookBm25 } from '#tests/evaluation/retrieval/textbook-bm25.ts';

test('our paraphrases are many, and share no content word with the passage that answers them', async () => {
  const { passages, questions } = await readParaphrases();
  expect(questions.length).toBeGreaterThanOrEqual(100);
  for (const [at, { text }] of questions.entries()) {
    const words = new Set(termsOf(passages[at]?.text ?? ''));
    expect(termsOf(text).filter((word) => words.has(word))).toEqual([]);
  }
});

test('so keywords alone find none of them', async () => {
  const set = await readParaphrases();
  const find = textbookBm25(set);
  for (const [at, { text }] of set.questions.entries())
    expect(find(text)).not.toContain(String(at));
});
