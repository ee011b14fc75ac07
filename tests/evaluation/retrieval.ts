import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import type { SearchMode } from '#shared/knowledge/search/search-request.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { bootstrapInterval, mean, ndcg, recall } from './retrieval/metrics.ts';
import { type RetrievalSet, readRetrievalSet } from './retrieval/retrieval-set.ts';
import { shelveSet } from './retrieval/shelve-set.ts';

/** `npm run eval:retrieval -- <folder>`: how well search finds what it should, set by set. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const folder = values.data ?? positionals[0];
  if (!folder) throw new Error('Give the folder that holds the retrieval sets');
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await report(await readRetrievalSet(folder, entry.name));
  }
}

const tenant = trustedTenant('evaluation');
const MODES = ['keyword', 'semantic', 'hybrid'] as const satisfies readonly SearchMode[];

async function report(set: RetrievalSet): Promise<void> {
  console.log(`\n${set.name}: ${set.passages.length} passages, ${set.questions.length} questions`);
  const deps = await shelveSet(tenant, set);
  const scores = new Map<SearchMode, readonly number[]>();
  for (const mode of MODES) {
    const started = performance.now();
    const found = await Promise.all(set.questions.map(({ text }) => idsFor(deps, text, mode)));
    const perQuestion = (performance.now() - started) / set.questions.length;
    const ndcgs = found.map((ids, at) => ndcg(ids, set.questions[at]?.gains ?? new Map()));
    const recalls = found.map((ids, at) => recall(ids, set.questions[at]?.gains ?? new Map()));
    scores.set(mode, ndcgs);
    const figures = [mean(ndcgs), mean(recalls)].map((value) => value.toFixed(3)).join(' / ');
    console.log(
      `  ${mode.padEnd(8)} nDCG@10 / recall@10  ${figures}  ${perQuestion.toFixed(1)} ms`,
    );
  }
  const [low, high] = bootstrapInterval(differences(scores));
  console.log(`  hybrid − keyword, 95 %: ${low.toFixed(3)} … ${high.toFixed(3)}`);
}

async function idsFor(
  deps: Awaited<ReturnType<typeof shelveSet>>,
  query: string,
  mode: SearchMode,
) {
  const { results } = await searchKnowledge(deps, tenant, { query, mode, max_results: 10 });
  return results.map(({ document_id }) => document_id);
}

const differences = (scores: ReadonlyMap<SearchMode, readonly number[]>): readonly number[] => {
  const keyword = scores.get('keyword') ?? [];
  return (scores.get('hybrid') ?? []).map((value, at) => value - (keyword[at] ?? 0));
};

await main();
