import type { EmbeddingProvider } from '#shared/embeddings/embedding-provider.ts';
import type { SearchMode } from '#shared/knowledge/search/search-request.ts';
import { bootstrapInterval, mean, ndcg, recall } from './metrics.ts';
import type { RetrievalSet } from './retrieval-set.ts';
import { shelveSet } from './shelve-set.ts';
import { textbookBm25 } from './textbook-bm25.ts';

const MODES = ['keyword', 'semantic', 'hybrid'] as const satisfies readonly SearchMode[];

/** Per question, in their order. */
interface Scores {
  readonly ndcgs: readonly number[];
  readonly recalls: readonly number[];
}

/** Prints how well search finds what it should in one set, in one vector space, and what it takes. */
export async function reportSet(set: RetrievalSet, provider: EmbeddingProvider): Promise<void> {
  const { passages, questions } = set;
  console.log(`\n${set.name}: ${passages.length} passages, ${questions.length} questions`);
  const find = textbookBm25(set);
  const textbook = score(
    set,
    questions.map(({ text }) => find(text)),
  );
  print('BM25 of textbooks', textbook);
  const shelved = await shelveSet(set, provider);
  const byMode = new Map<SearchMode, Scores>();
  for (const mode of MODES) {
    const begun = performance.now();
    const found: (readonly string[])[] = [];
    for (const { text } of questions) found.push(await shelved.find(text, mode));
    const each = (performance.now() - begun) / questions.length;
    const scores = score(set, found);
    byMode.set(mode, scores);
    print(mode, scores, `${each.toFixed(1)} ms`);
  }
  printDifference('keyword', byMode.get('hybrid'), byMode.get('keyword'));
  printDifference('BM25 of textbooks', byMode.get('hybrid'), textbook);
  const perSecond = Math.round((passages.length / shelved.embedMs) * 1000);
  const perChunk = (shelved.bytes / passages.length / 1024).toFixed(1);
  console.log(`  ${provider.spaceId}: ${perSecond} passages a second, ${perChunk} kB stored each`);
}

const score = ({ questions }: RetrievalSet, found: readonly (readonly string[])[]): Scores => ({
  ndcgs: questions.map(({ gains }, at) => ndcg(found[at] ?? [], gains)),
  recalls: questions.map(({ gains }, at) => recall(found[at] ?? [], gains)),
});

function print(what: string, { ndcgs, recalls }: Scores, note = ''): void {
  const figures = [mean(ndcgs), mean(recalls)].map((value) => value.toFixed(3)).join(' / ');
  console.log(`  ${what.padEnd(18)} nDCG@10 / recall@10  ${figures}  ${note}`.trimEnd());
}

/** Paired: the same questions, resampled. */
function printDifference(than: string, ours?: Scores, theirs?: Scores): void {
  const interval = (name: keyof Scores) => {
    const differences = (ours?.[name] ?? []).map((value, at) => value - (theirs?.[name][at] ?? 0));
    return bootstrapInterval(differences)
      .map((value) => value.toFixed(3))
      .join(' … ');
  };
  console.log(
    `  hybrid − ${than}, 95 %: nDCG@10 ${interval('ndcgs')}, recall@10 ${interval('recalls')}`,
  );
}
