import { type ChainRecord, GENESIS, linkFact } from '#shared/audit/chain.ts';
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

/** Facts with a good chain around them. */
function linkedAnew(facts: readonly Item[], tenant = 'acme'): readonly ChainRecord[] {
  const chain: ChainRecord[] = [];
  for (const fact of facts) chain.push(linkFact(fact, tenant, chain.at(-1) ?? GENESIS));
  return chain;
}

/** A good chain of so many records. */
export const chainOf = (records: number, tenant = 'acme'): readonly ChainRecord[] =>
  linkedAnew(
    Array.from({ length: records }, (_, index) => factAt(index)),
    tenant,
  );

/** What somebody with write access would do: another record in this place, honest hashes behind it. */
export const rewrittenFrom = (
  chain: readonly Item[],
  sequence: number,
  change: (fact: Item) => Item,
): readonly ChainRecord[] =>
  linkedAnew(chain.map((record, index) => (index === sequence - 1 ? change(record) : record)));
