import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { RetrievalSet } from './retrieval-set.ts';

const paraphrase = z.object({ passage: z.string(), question: z.string() });

/**
 * Our own set: questions in words of their own, that share no content word with the passage that
 * answers them. Keywords cannot find any of these: what is found is what vectors are worth.
 */
export async function readParaphrases(): Promise<RetrievalSet> {
  const file = new URL('./paraphrases.jsonl', import.meta.url);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const pairs = lines.map((line) => paraphrase.parse(JSON.parse(line)));
  return {
    name: 'paraphrases',
    passages: pairs.map(({ passage }, at) => ({ id: String(at), title: '', text: passage })),
    questions: pairs.map(({ question }, at) => ({
      text: question,
      gains: new Map([[String(at), 1]]),
    })),
  };
}
