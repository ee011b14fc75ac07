import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** A public retrieval set: passages, questions, and which passage answers which question how well. */
export interface RetrievalSet {
  readonly name: string;
  readonly passages: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly questions: readonly {
    readonly text: string;
    /** Gain of each passage that is right. */
    readonly gains: ReadonlyMap<string, number>;
  }[];
}

const passage = z.object({ _id: z.string(), title: z.string().default(''), text: z.string() });
const question = z.object({ _id: z.string(), text: z.string() });

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. */
export async function readRetrievalSet(folder: string, name: string): Promise<RetrievalSet> {
  const lines = async (file: string) =>
    (await readFile(join(folder, name, file), 'utf8')).trim().split('\n');
  const passages = (await lines('corpus.jsonl')).map((line) => passage.parse(JSON.parse(line)));
  const questions = (await lines('queries.jsonl')).map((line) => question.parse(JSON.parse(line)));
  const gains = new Map<string, Map<string, number>>();
  for (const line of (await lines('qrels.tsv')).slice(1)) {
    const [query = '', corpus = '', score = '0'] = line.split('\t');
    const own = gains.get(query) ?? new Map<string, number>();
    gains.set(query, own.set(corpus, Number(score)));
  }
  return {
    name,
    passages: passages.map(({ _id, title, text }) => ({ id: _id, title, text })),
    questions: questions.map(({ _id, text }) => ({ text, gains: gains.get(_id) ?? new Map() })),
  };
}
