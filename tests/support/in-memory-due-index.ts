import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from '#shared/store/item.ts';
import { partitionOf } from '#shared/store/keys.ts';
import type { Address, DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import type { Selection, Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';

interface Waiting {
  readonly queue: string;
  readonly due: DueItem;
}

/** A table that also keeps the due index of what is written through it: both ports in memory. */
export class InMemoryDueIndex implements Table, PlatformTable {
  readonly #table: Table;
  readonly #waiting = new Map<string, Waiting>();
  /** Keys of the items that may be forgotten, in the order of their marks. */
  readonly settled: Key[] = [];

  constructor(table: Table) {
    this.#table = table;
  }

  get(tenant: Tenant, key: Key): Promise<Item | undefined> {
    return this.#table.get(tenant, key);
  }

  getMany(tenant: Tenant, keys: readonly Key[]) {
    return this.#table.getMany(tenant, keys);
  }

  query(tenant: Tenant, selection: Selection) {
    return this.#table.query(tenant, selection);
  }

  async transact(tenant: Tenant, writes: readonly Write[]): Promise<void> {
    await this.#table.transact(tenant, writes);
    for (const write of writes) this.#follow(tenant, write);
  }

  async *due(queue: string, until: Date): AsyncIterable<readonly DueItem[]> {
    const due = this.waitingIn(queue).filter(({ at }) => at <= until.toISOString());
    if (due.length > 0) yield due;
  }

  async postpone({ tenant, key, at }: DueItem, until: Date): Promise<void> {
    const waiting = this.#waiting.get(addressOf({ tenant, key }));
    if (waiting?.due.at !== at) return;
    const due = { ...waiting.due, at: until.toISOString() };
    this.#waiting.set(addressOf({ tenant, key }), { ...waiting, due });
  }

  async settle(address: Address): Promise<void> {
    this.#waiting.delete(addressOf(address));
    this.settled.push(address.key);
  }

  /** All that waits in a queue, oldest first. */
  waitingIn(queue: string): readonly DueItem[] {
    return [...this.#waiting.values()]
      .filter((waiting) => waiting.queue === queue)
      .map(({ due }) => due)
      .sort((a, b) => a.at.localeCompare(b.at));
  }

  #follow(tenant: Tenant, write: Write): void {
    const { key } = write;
    if (write.action === 'delete') this.#waiting.delete(addressOf({ tenant, key }));
    if (write.action !== 'put') return;
    this.#waiting.delete(addressOf({ tenant, key }));
    if (!write.index?.due) return;
    const { queue, at } = write.index.due;
    this.#waiting.set(addressOf({ tenant, key }), {
      queue,
      due: { tenant, key, at, item: structuredClone(write.item) },
    });
  }
}

const addressOf = ({ tenant, key }: Address): string =>
  `${partitionOf(tenant, key.partition)}\n${key.sort}`;
