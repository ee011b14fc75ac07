import { type ChainRecord, GENESIS, type Link, linkFact } from '#shared/audit/chain.ts';
import { withoutEntity } from '#shared/audit/chain-store.ts';
import { auditRecord } from '#shared/store/audit-record.ts';
import type { Item } from '#shared/store/item.ts';

const START = Date.parse('2026-01-05T00:00:00.000Z');

/** A fact as it is read from the table, a second after the one before. */
export function factAt(index: number): Item {
  const { item } = auditRecord(
    { action: 'thing.changed', target: `thing ${index % 7}`, before: null, after: { index } },
    {
      actor: { id: `person-${index % 3}`, email: 'ann@acme.example', roles: ['approver'] },
      correlationId: `request-${index}`,
      at: new Date(START + index * 1000),
    },
  );
  return withoutEntity(item);
}

/** A good chain of so many records. */
export function chainOf(records: number, tenant = 'acme'): readonly ChainRecord[] {
  const chain: ChainRecord[] = [];
  for (let index = 0; index < records; index++)
    chain.push(linkFact(factAt(index), tenant, chain.at(-1) ?? GENESIS));
  return chain;
}

/** The same facts with honest hashes from this record on: what somebody with write access would do. */
export function rewrittenFrom(
  chain: readonly ChainRecord[],
  sequence: number,
  change: (fact: Item) => Item,
): readonly ChainRecord[] {
  const kept = chain.slice(0, sequence - 1);
  let last: Link = kept.at(-1) ?? GENESIS;
  const rest = chain.slice(sequence - 1).map((record, index) => {
    const linked = linkFact(index === 0 ? change(record) : record, 'acme', last);
    last = linked;
    return linked;
  });
  return [...kept, ...rest];
}
