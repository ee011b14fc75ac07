import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { EmbeddingProvider } from '#shared/embeddings/embedding-provider.ts';
import { joinedProvider } from '#shared/embeddings/joined-space.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { universalSentenceEncoder } from '#shared/embeddings/sentence-encoder.energetic.ts';
import { readParaphrases } from './retrieval/read-paraphrases.ts';
import { reportSet } from './retrieval/report-set.ts';
import { readRetrievalSet } from './retrieval/retrieval-set.ts';

/**
 * `npm run eval:retrieval -- [--data <folder>] [--space hash|joined]`: how well search finds what it
 * should, in every set of the folder and in our own paraphrases, and what it takes.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, space: { type: 'string', default: 'hash' } },
  });
  const provider = await SPACES[values.space]?.();
  if (!provider) throw new Error(`Spaces are ${Object.keys(SPACES).join(' and ')}`);
  const folder = values.data ?? positionals[0];
  const entries = folder ? await readdir(folder, { withFileTypes: true }) : [];
  for (const entry of entries) {
    if (folder && entry.isDirectory())
      await reportSet(await readRetrievalSet(folder, entry.name), provider);
  }
  await reportSet(await readParaphrases(), provider);
}

/** The spaces that need no key. */
const SPACES: Readonly<Record<string, () => Promise<EmbeddingProvider>>> = {
  hash: async () => localHashProvider,
  joined: async () => joinedProvider(universalSentenceEncoder()),
};

await main();
