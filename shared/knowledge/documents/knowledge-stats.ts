import * as z from 'zod';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { authority } from '../authority.ts';
import type { Document } from './document.ts';
import { DOCUMENT_STATES } from './document-state.ts';
import { listDocuments } from './document-store.ts';

const count = z.int().min(0);

/** What a tenant's knowledge is made of. Wire shape. */
export const knowledgeStats = z.object({
  documents: count,
  chunks: count,
  by_state: z.partialRecord(z.enum(DOCUMENT_STATES), count),
  /** Of what search can find. */
  by_authority: z.partialRecord(authority, count),
  /** Published documents by the days since their last change. */
  freshness: z.object({ under_30: count, under_180: count, under_365: count, older: count }),
});
export type KnowledgeStats = z.output<typeof knowledgeStats>;

const PAGE = 200;

/** Counts all documents that are not deleted. */
export async function countKnowledge(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  tenant: Tenant,
): Promise<KnowledgeStats> {
  const documents = await readAll(table, tenant);
  const published = documents.filter((document) => document.published);
  const ages = published.map(({ updated_at }) => daysSince(updated_at, clock.now()));
  const between = (from: number, to: number) =>
    ages.filter((age) => age >= from && age < to).length;
  return {
    documents: documents.length,
    chunks: published.reduce((sum, { stored }) => sum + (stored?.chunk_count ?? 0), 0),
    by_state: tally(documents.map(({ state }) => state)),
    by_authority: tally(published.map(({ labels }) => labels.authority)),
    freshness: {
      under_30: between(0, 30),
      under_180: between(30, 180),
      under_365: between(180, 365),
      older: between(365, Number.POSITIVE_INFINITY),
    },
  };
}

async function readAll(table: Table, tenant: Tenant): Promise<readonly Document[]> {
  const all: Document[] = [];
  let after: string | undefined;
  do {
    const page = await listDocuments(table, tenant, { limit: PAGE, ...(after && { after }) });
    all.push(...page.documents);
    after = page.next;
  } while (after);
  return all;
}

function tally<Value extends string>(values: readonly Value[]): Partial<Record<Value, number>> {
  const counts: Partial<Record<Value, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const daysSince = (time: string, now: Date): number =>
  Math.max(0, (now.getTime() - Date.parse(time)) / 86_400_000);
