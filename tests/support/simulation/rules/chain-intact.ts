import { GENESIS, type Link, linkFact } from '#shared/audit/chain.ts';
import { verifyRecord } from '#shared/audit/verify-chain.ts';
import type { Item } from '#shared/store/item.ts';
import type { Arrival } from '../machinery/stream.ts';
import type { Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

const NO_ANCHORS = new Map();

/** A tenant's audit chain: each fact links to the one before, once, as it was written, without a fork. */
export class ChainIntact {
  readonly #lasts = new Map<string, Link>();
  readonly #waiting = new Map<string, Item>();

  /** How often a head was marked as anchored. */
  marked = 0;

  /** How many facts wait to be linked. */
  get unlinked(): number {
    return this.#waiting.size;
  }

  /** How many facts are linked. */
  get linked(): number {
    return [...this.#lasts.values()].reduce((sum, { sequence }) => sum + sequence, 0);
  }

  see(transaction: Transaction): void {
    const { tenant } = transaction;
    for (const { write, before, after } of transaction.in('AUDIT')) {
      if (write.key.partition === 'AUDIT' && after)
        this.#waiting.set(factName(tenant, after), after);
      if (write.key.partition === 'AUDIT_CHAIN') this.#link(tenant, before, after);
    }
    for (const { after } of transaction.in('AUDIT_HEAD')) this.#requireEnd(tenant, after);
  }

  sequenced(facts: readonly Arrival[]): void {
    const left = facts.filter(({ tenant, item }) => this.#waiting.has(factName(tenant, item)));
    must(left.length === 0, () => `${left.length} were taken off the stream, and not linked`);
  }

  /** Nobody, whoever marks it, moves the head to anywhere but the end. */
  #requireEnd(tenant: string, head: Item | undefined): void {
    const { sequence, hash } = this.#lasts.get(tenant) ?? GENESIS;
    if (head?.['unanchored_since'] === null) this.marked += 1;
    must(
      head?.['sequence'] === sequence && head['hash'] === hash,
      () => `the head is at ${head?.['sequence']}, the chain at ${sequence}`,
    );
  }

  #link(tenant: string, before: Item | undefined, after: Item | undefined): void {
    must(before === undefined && after !== undefined, () => 'a linked record was changed');
    const { entity: _, ...record } = after;
    const last = this.#lasts.get(tenant) ?? GENESIS;
    const verdict = verifyRecord(last, record, NO_ANCHORS);
    must(
      verdict.kind === 'good',
      () => `record ${record['sequence']} is bad: ${JSON.stringify(verdict)}`,
    );
    const fact = this.#waiting.get(factName(tenant, after));
    must(fact !== undefined, () => `${record['audit_id']} was linked twice, or never written`);
    const { entity: __, ...written } = fact;
    must(
      linkFact(written, tenant, last).hash === record['hash'],
      () => `${record['audit_id']} was linked otherwise than it was written`,
    );
    this.#waiting.delete(factName(tenant, after));
    this.#lasts.set(tenant, verdict.last);
  }
}

const factName = (tenant: string, { audit_id }: Item): string => `${tenant} ${audit_id}`;
