import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from './item.ts';
import type { Write } from './write.ts';

export interface Selection {
  readonly partition: string;
  /** Only sort keys that begin so. */
  readonly sortPrefix?: string;
  /** Only sort keys after this one, in the direction of reading. */
  readonly after?: string;
  readonly limit?: number;
  /** Newest (highest) first. @default false */
  readonly descending?: boolean;
  /** Read through the inbox index, which lags behind writes. @default the table itself */
  readonly index?: 'inbox';
}

/** An item as read: its own attributes, and where it was found. */
export interface Found {
  readonly key: Key;
  readonly item: Item;
}

export interface Page {
  readonly found: readonly Found[];
  /** Give it as `after` to go on; absent at the end. */
  readonly next?: string;
}

/**
 * Port to a tenant's items. Reads of the table are strongly consistent; reads of an index are not.
 * `transact` is all or nothing. @throws TransactionRefused when a condition or a collision stops it.
 */
export interface Table {
  get(tenant: Tenant, key: Key): Promise<Item | undefined>;
  /** In the order of `keys`; at most 100. */
  getMany(tenant: Tenant, keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(tenant: Tenant, selection: Selection): Promise<Page>;
  transact(tenant: Tenant, writes: readonly Write[]): Promise<void>;
}

/** DynamoDB holds 400 KB in one item: a conversation, say, with everything that was put into it. */
export class ItemTooLargeError extends AppError {
  readonly code = 'payload_too_large';
}

export type Refusal =
  | { readonly reason: 'condition'; readonly index: number; readonly existing: Item | undefined }
  /** Another transaction held the item, or the table was throttled: the same writes may succeed later. */
  | { readonly reason: 'collision'; readonly index: number };

export class TransactionRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(`Transaction refused: ${refusals.map(({ reason, index }) => `${reason}@${index}`)}`);
    this.refusals = refusals;
  }
}
