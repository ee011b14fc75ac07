import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from './item.ts';

/** Where an item is, whichever tenant's it is. */
export interface Address {
  readonly tenant: Tenant;
  readonly key: Key;
}

/** An item that waits for a time. */
export interface DueItem extends Address {
  /** When its turn is (ISO 8601). */
  readonly at: string;
  readonly item: Item;
}

/**
 * Port to what waits for a time, across tenants: for the relay and the schedules alone, which serve
 * nobody in particular. Everything else goes through `Table` and its tenant.
 */
export interface PlatformTable {
  /** Pages of what a queue holds up to a time, oldest first. The index lags behind writes. */
  due(queue: string, until: Date): AsyncIterable<readonly DueItem[]>;
  /** Gives an item a later turn; does nothing where it has moved or gone meanwhile. */
  postpone(due: DueItem, until: Date): Promise<void>;
  /** Takes an item out of its queue for good; from then on the table may forget it. */
  settle(address: Address, forgetAt: Date): Promise<void>;
}
