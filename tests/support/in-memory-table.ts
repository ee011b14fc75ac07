import type { Tenant } from '#shared/runtime/tenant.ts';
import { MAX_ACTIONS } from '#shared/store/commit.ts';
import type { Item, Key, Stored } from '#shared/store/item.ts';
import { partitionOf } from '#shared/store/keys.ts';
import {
  ItemTooLargeError,
  type Page,
  type Refusal,
  type Selection,
  type Table,
  TransactionRefused,
} from '#shared/store/table.ts';
import type { Condition, Put, Update, Write } from '#shared/store/write.ts';

interface Row {
  readonly partition: string;
  readonly sort: string;
  readonly item: Item;
  readonly put?: Put;
}

/** The table port in memory: passes the same conformance suite as the DynamoDB adapter. */
export class InMemoryTable implements Table {
  readonly #rows = new Map<string, Row>();

  async get(tenant: Tenant, key: Key): Promise<Item | undefined> {
    return structuredClone(this.#rows.get(address(tenant, key))?.item);
  }

  async getMany(tenant: Tenant, keys: readonly Key[]) {
    return Promise.all(keys.map((key) => this.get(tenant, key)));
  }

  async query(tenant: Tenant, selection: Selection): Promise<Page> {
    const { sortPrefix = '', after, limit, descending } = selection;
    const rows = this.#view(tenant, selection)
      .filter(({ sort }) => sort.startsWith(sortPrefix))
      .sort((a, b) => compareBytes(a.position, b.position));
    if (descending) rows.reverse();
    const isAhead = ({ position }: { readonly position: string }) =>
      !after ||
      (descending ? compareBytes(position, after) < 0 : compareBytes(position, after) > 0);
    const rest = rows.filter(isAhead);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const found = page.map(({ row }) => ({
      key: { partition: row.partition, sort: row.sort },
      item: structuredClone(row.item),
    }));
    return last && page.length === limit ? { found, next: last.position } : { found };
  }

  #view(tenant: Tenant, { partition, index }: Selection) {
    const rows = [...this.#rows].filter(([at]) => at.startsWith(partitionOf(tenant, '')));
    return rows.flatMap(([at, row]) => {
      const key = index ? row.put?.index?.inbox : row;
      if (key?.partition !== partition) return [];
      // Places in an index are not unique: a page goes on after the item, not after its place.
      const position = index ? `${key.sort}\n${at}` : key.sort;
      return [{ sort: key.sort, position, row }];
    });
  }

  async transact(tenant: Tenant, writes: readonly Write[]): Promise<void> {
    const addresses = writes.map(({ key }) => address(tenant, key));
    if (writes.length > MAX_ACTIONS) throw new Error('At most 100 actions in one transaction');
    if (new Set(addresses).size < addresses.length)
      throw new Error('Transaction request cannot include multiple operations on one item');
    if (writes.some(isTooLarge)) throw new ItemTooLargeError('More than one item can hold');
    const refusals = writes.flatMap((write, index): Refusal[] => {
      const existing = this.#rows.get(addresses[index] ?? '')?.item;
      if (!write.condition || holds(write.condition, existing)) return [];
      return [{ reason: 'condition', index, existing: structuredClone(existing) }];
    });
    if (refusals.length > 0) throw new TransactionRefused(refusals);
    for (const [index, write] of writes.entries()) this.#apply(addresses[index] ?? '', write);
  }

  #apply(at: string, write: Write): void {
    const { partition, sort } = write.key;
    const row = this.#rows.get(at);
    if (write.action === 'put')
      this.#rows.set(at, { partition, sort, item: asKept(write.item), put: write });
    if (write.action === 'update')
      this.#rows.set(at, { partition, sort, ...row, item: updated(row?.item ?? {}, write) });
    if (write.action === 'delete') this.#rows.delete(at);
  }
}

/** DynamoDB sorts texts by their UTF-8 bytes. */
const compareBytes = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A copy as DynamoDB keeps it: without fields that are undefined, and in no order of the writer's. */
const asKept = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item)
      .toSorted(([a], [b]) => compareBytes(a, b))
      .flatMap(([name, value]) => (value === undefined ? [] : [[name, valueAsKept(value)]])),
  );

function valueAsKept(value: Stored): Stored {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value.slice();
  return isList(value) ? value.map(valueAsKept) : asKept(value);
}

const isList = (value: Stored): value is readonly Stored[] => Array.isArray(value);

/** DynamoDB counts names and values in UTF-8, as JSON nearly does. */
const isTooLarge = (write: Write): boolean =>
  write.action === 'put' && Buffer.byteLength(JSON.stringify(write.item)) > 400 * 1024;

const address = (tenant: Tenant, key: Key): string =>
  `${partitionOf(tenant, key.partition)}\n${key.sort}`;

function holds(condition: Condition, existing: Item | undefined): boolean {
  switch (condition.kind) {
    case 'absent':
      return existing === undefined;
    case 'present':
      return existing !== undefined;
    case 'equals':
      return (
        existing !== undefined &&
        Object.entries(condition.values).every(([name, value]) => same(existing[name], value))
      );
    case 'absent_or_before':
      return existing === undefined || String(existing[condition.attribute] ?? '~') < condition.at;
  }
}

const same = (a: Stored | undefined, b: Stored): boolean => JSON.stringify(a) === JSON.stringify(b);

function updated(item: Item, write: Update): Item {
  const removed = new Set(write.remove ?? []);
  const counters = Object.entries(write.add ?? {}).map(([name, amount]) => [
    name,
    Number(item[name] ?? 0) + amount,
  ]);
  const kept = Object.entries(item).filter(([name]) => !removed.has(name));
  return asKept({
    ...Object.fromEntries(kept),
    ...write.set,
    ...Object.fromEntries(counters),
  });
}
