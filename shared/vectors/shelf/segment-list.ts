import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { DocumentFacts } from '../indexed-document.ts';
import type { StoredVersion } from '../vector-store.ts';

/** What search sees of one document. */
export interface ListedSegment extends StoredVersion {
  readonly facts: DocumentFacts;
}

const PARTITION = 'SHELF';
/** Whoever changes what search sees of a tenant counts it here. */
export const LIST_HEAD = { partition: PARTITION, sort: 'HEAD' } as const;
const ENTRY_PREFIX = 'SEGMENT#';

const entryKey = (documentId: string) => ({
  partition: PARTITION,
  sort: `${ENTRY_PREFIX}${documentId}`,
});

/**
 * The list is an item per document and a head whose generation counts every change of it: so two
 * ingestions never overwrite each other, and a reader needs one small read to know that nothing changed.
 */
const countChange: Write = { action: 'update', key: LIST_HEAD, add: { generation: 1 } };

export const listSegment = (segment: ListedSegment): readonly Write[] => [
  {
    action: 'put',
    key: entryKey(segment.document_id),
    item: { ...segment, facts: { ...segment.facts } },
  },
  countChange,
];

export const unlistSegment = (documentId: string): readonly Write[] => [
  { action: 'delete', key: entryKey(documentId) },
  countChange,
];

/** How often the tenant's list has changed; 0 before the first document. */
export async function readGeneration(table: Table, tenant: Tenant): Promise<number> {
  const head = await table.get(tenant, LIST_HEAD);
  return Number(head?.['generation'] ?? 0);
}

/** All listed segments, in the order of their document ids. */
export async function readSegments(
  table: Table,
  tenant: Tenant,
): Promise<readonly ListedSegment[]> {
  const segments: ListedSegment[] = [];
  let after: string | undefined;
  do {
    const selection = { partition: PARTITION, sortPrefix: ENTRY_PREFIX, ...(after && { after }) };
    const page = await table.query(tenant, selection);
    segments.push(...page.found.map(({ item }) => toSegment(item)));
    after = page.next;
  } while (after);
  return segments;
}

const segmentSchema = z.object({
  document_id: z.string(),
  version: z.int(),
  object_key: z.string(),
  chunk_count: z.int(),
  facts: z.object({
    title: z.string(),
    attributes: z.record(z.string(), z.array(z.string())),
  }),
});

const toSegment = (item: Item): ListedSegment => segmentSchema.parse(item);
