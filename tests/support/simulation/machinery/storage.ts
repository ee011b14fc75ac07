import type { Tenant } from '#shared/runtime/tenant.ts';
import type { DueItem } from '#shared/store/platform-table.ts';
import type { Write } from '#shared/store/write.ts';
import { InMemoryChangeBodies } from '../../changesets/in-memory-change-bodies.ts';
import { InMemoryDueIndex } from '../../in-memory-due-index.ts';
import { InMemoryTable } from '../../in-memory-table.ts';
import type { Instance } from './instance.ts';
import { Transaction } from './transaction.ts';

/** No rule is about these, and there are as many of them as of everything else. */
const UNTOLD = ['HISTORY#', 'MEMBERS#', 'DECIDED#'];
const isTold = ({ key }: Write): boolean =>
  !UNTOLD.some((partition) => key.partition.startsWith(partition));

/** A write as a careless table would take it. */
export type Sabotage = (write: Write) => Write;

/** Sees each transaction that happened, before anything else does. */
export type Witness = (transaction: Transaction) => Promise<void> | void;

/** The one table and bucket of the simulated world, with witnesses of everything that is written. */
export class Storage extends InMemoryDueIndex {
  readonly bodies = new InMemoryChangeBodies();
  readonly #witnesses: Witness[] = [];
  readonly #nowMs: () => number;
  readonly #sabotage: Sabotage;

  constructor(nowMs: () => number, sabotage: Sabotage = (write) => write) {
    super(new InMemoryTable());
    this.#nowMs = nowMs;
    this.#sabotage = sabotage;
  }

  watch(witness: Witness): void {
    this.#witnesses.push(witness);
  }

  /** @throws TransactionRefused, or whatever a witness has against it */
  async transactBy(by: Instance, tenant: Tenant, writes: readonly Write[]): Promise<void> {
    const told = writes.filter(isTold);
    const keys = told.map(({ key }) => key);
    const before = await this.getMany(tenant, keys);
    await this.transact(tenant, writes.map(this.#sabotage));
    const after = await this.getMany(tenant, keys);
    const atMs = this.#nowMs();
    const seen = new Transaction({ by, tenant, atMs, writes: told, before, after });
    for (const witness of this.#witnesses) await witness(seen);
  }

  /** Everything that is due, in one page. */
  async allDue(queue: string, until: Date): Promise<readonly (readonly DueItem[])[]> {
    const pages: (readonly DueItem[])[] = [];
    for await (const page of this.due(queue, until)) pages.push(page);
    return pages;
  }
}
