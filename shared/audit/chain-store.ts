import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { AUDIT_FACTS } from '#shared/store/audit-record.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Found, Selection, Table } from '#shared/store/table.ts';
import { absent, equals, present, type Write } from '#shared/store/write.ts';
import { type ChainRecord, type Link, sortableSequence } from './chain.ts';
import { ChainMovedError } from './errors.ts';

/** A tenant's linked records, one item each, in their order. */
const CHAIN = 'AUDIT_CHAIN';
/** What sets linked records apart from facts: the sequencer does not follow what it writes itself. */
const RECORD_ENTITY = 'audit_record';
const HEAD_KEY: Key = { partition: 'AUDIT_HEAD', sort: 'HEAD' };
/** Heads that have moved since they were anchored wait here. */
export const ANCHOR_QUEUE = 'AUDIT_ANCHOR';

/** The end of a tenant's chain. */
const head = z.object({
  sequence: z.int().positive(),
  hash: z.string(),
  /** When the first record was linked that no anchor covers (ISO 8601); null when all are. */
  unanchored_since: z.string().nullable(),
});
export type Head = z.infer<typeof head>;

export async function findHead(table: Table, tenant: Tenant): Promise<Head | undefined> {
  const item = await table.get(tenant, HEAD_KEY);
  return item && head.parse(item);
}

/** Moves the head on from where it was read, or marks it; two can never both do it. */
export const putHead = (next: Head, read: Link | undefined): Write => ({
  action: 'put',
  key: HEAD_KEY,
  condition: read ? equals({ sequence: read.sequence, hash: read.hash }) : absent,
  refused: moved,
  item: { entity: 'audit_head', ...next },
  ...(next.unanchored_since && {
    index: { due: { queue: ANCHOR_QUEUE, at: next.unanchored_since } },
  }),
});

/** A fact leaves where it waited and takes its place in the chain, both or neither, and once. */
export const moveIntoChain = ({ key }: Found, record: ChainRecord): readonly Write[] => [
  { action: 'delete', key, condition: present, refused: moved },
  {
    action: 'put',
    key: { partition: CHAIN, sort: sortableSequence(record.sequence) },
    condition: absent,
    refused: moved,
    item: { ...record, entity: RECORD_ENTITY },
  },
];

const moved = () => new ChainMovedError('The chain has moved on meanwhile');

type Range = Omit<Selection, 'partition' | 'sortPrefix' | 'index'>;

/** Facts that are not linked yet, in the order of their time. */
export const unlinkedFacts = (table: Table, tenant: Tenant, range: Range) =>
  table.query(tenant, { partition: AUDIT_FACTS, ...range });

/** Linked records in the order of the chain. `after` is a sort key of the chain. */
export const linkedRecords = (table: Table, tenant: Tenant, range: Range) =>
  table.query(tenant, { partition: CHAIN, ...range });

/** A fact or record without what it is called in the table: what is hashed, shown and exported. */
export function withoutEntity(item: Item): Item {
  const { entity: _, ...rest } = item;
  return rest;
}
