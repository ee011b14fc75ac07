import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { sortableSequence } from './chain.ts';
import { linkedRecords, unlinkedFacts, withoutEntity } from './chain-store.ts';

export interface ExportPart {
  /** JSON lines, each with its line feed; empty where there is nothing. */
  readonly text: string;
  /** The last record in it, when there are more behind it. */
  readonly nextAfter?: number;
}

/** A function's answer may have 6 MB, in which each quote of the text counts twice. */
const MAX_BYTES = 3_000_000;
const PAGE = 1_000;
/** Facts wait for seconds; a part has room for these besides. */
const MAX_UNLINKED = 500;

/**
 * A part of the whole trail in the order of the chain, records as they are stored, so that their
 * hashes can be made again. The last part ends with the facts that are not linked yet.
 * @param after sequence of the last record that the caller has
 */
export async function exportAudit(
  table: Table,
  tenant: Tenant,
  after: number,
): Promise<ExportPart> {
  // Read first: a fact that is linked meanwhile is then among the records.
  const waiting = await unlinkedFacts(table, tenant, { limit: MAX_UNLINKED });
  const part = await recordsAfter(table, tenant, after);
  if (part.nextAfter !== undefined) return part;
  const facts = waiting.found.filter(({ item }) => !part.auditIds.has(String(item['audit_id'])));
  return { text: part.text + facts.map(({ item }) => line(unlinked(item))).join('') };
}

/** Records as many as fit, and their ids. */
async function recordsAfter(table: Table, tenant: Tenant, after: number) {
  const lines: string[] = [];
  const auditIds = new Set<string>();
  let bytes = 0;
  let sequence = after;
  let next: string | undefined = sortableSequence(after);
  while (next !== undefined) {
    const page = await linkedRecords(table, tenant, { after: next, limit: PAGE });
    for (const { item } of page.found) {
      const text = line(withoutEntity(item));
      bytes += Buffer.byteLength(text);
      if (bytes > MAX_BYTES && lines.length > 0)
        return { text: lines.join(''), auditIds, nextAfter: sequence };
      lines.push(text);
      auditIds.add(String(item['audit_id']));
      sequence = Number(item['sequence']);
    }
    next = page.next;
  }
  return { text: lines.join(''), auditIds };
}

const line = (record: Item): string => `${JSON.stringify(record)}\n`;

const unlinked = (fact: Item): Item => ({
  ...withoutEntity(fact),
  previous_hash: null,
  hash: null,
});
