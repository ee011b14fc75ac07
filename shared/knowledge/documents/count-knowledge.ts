import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { countNearDuplicates } from '../curation/duplicates/count-near-duplicates.ts';
import type { PiiPolicy } from '../curation/findings.ts';
import { type PiiKind, piiKind } from '../curation/pii/pii.ts';
import type { Document } from './document.ts';
import { readAllDocuments } from './document-store.ts';
import { sketchesOf } from './find-near-duplicates.ts';
import type { KnowledgeStats } from './knowledge-stats.ts';

/** Counts all documents that are not deleted. */
export async function countKnowledge(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  tenant: Tenant,
): Promise<KnowledgeStats> {
  const all = await readAllDocuments(table, tenant);
  const documents = all.filter(({ state }) => state !== 'deleted');
  const published = documents.filter((document) => document.published);
  return {
    documents: documents.length,
    chunks: countChunks(published),
    by_state: tally(documents.map(({ state }) => state)),
    by_authority: tally(published.map(({ labels }) => labels.authority)),
    freshness: freshnessOf(published, clock.now()),
    coverage: coverageOf(documents, published),
    by_space: mostFrequent(published.flatMap(({ spaces }) => spaces.has)),
    stranded: countStranded(published),
    near_duplicates: countNearDuplicates(sketchesOf(documents)),
    licence_notices: documents.filter(({ findings }) => findings?.licence_notices.length).length,
    pii: { masked: countPii(documents, 'mask'), kept: countPii(documents, 'keep') },
  };
}

function freshnessOf(published: readonly Document[], now: Date): KnowledgeStats['freshness'] {
  const ages = published.map(({ updated_at }) => daysSince(updated_at, now));
  const between = (from: number, to: number) =>
    ages.filter((age) => age >= from && age < to).length;
  return {
    under_30: between(0, 30),
    under_180: between(30, 180),
    under_365: between(180, 365),
    older: between(365, Number.POSITIVE_INFINITY),
  };
}

const MOST_LABELS = 50;

function coverageOf(
  documents: readonly Document[],
  published: readonly Document[],
): KnowledgeStats['coverage'] {
  const labels = published.map((document) => document.labels);
  return {
    published_share: documents.length === 0 ? 0 : published.length / documents.length,
    by_tag: mostFrequent(labels.flatMap(({ tags }) => tags)),
    by_language: mostFrequent(labels.flatMap(({ language }) => language ?? [])),
    by_jurisdiction: mostFrequent(labels.flatMap(({ jurisdiction }) => jurisdiction ?? [])),
    by_industry: mostFrequent(labels.flatMap(({ industry }) => industry ?? [])),
  };
}

function countStranded(published: readonly Document[]): KnowledgeStats['stranded'] {
  const lacking = published.filter(({ spaces }) => spaces.lacks.length > 0);
  return { documents: lacking.length, chunks: countChunks(lacking) };
}

const countChunks = (documents: readonly Document[]): number =>
  documents.reduce((sum, { stored }) => sum + (stored?.chunk_count ?? 0), 0);

function countPii(documents: readonly Document[], policy: PiiPolicy) {
  const counts: Partial<Record<PiiKind, number>> = {};
  for (const { findings } of documents)
    for (const kind of piiKind.options)
      if (findings?.pii_policy === policy && findings.pii[kind])
        counts[kind] = (counts[kind] ?? 0) + findings.pii[kind];
  return counts;
}

/** Names are people's own words: counted in a map, where no name means anything. */
function mostFrequent(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, left], [, right]) => right - left);
  return Object.fromEntries(sorted.slice(0, MOST_LABELS));
}

function tally<Value extends string>(values: readonly Value[]): Partial<Record<Value, number>> {
  const counts: Partial<Record<Value, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const daysSince = (time: string, now: Date): number =>
  Math.max(0, (now.getTime() - Date.parse(time)) / 86_400_000);
