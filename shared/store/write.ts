import type { AppError } from '#shared/runtime/app-error.ts';
import type { IndexKeys, Item, Key, Stored } from './item.ts';

/** What must hold of the stored item for the whole transaction to happen. */
export type Condition =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present' }
  /** Present, with exactly these values. */
  | { readonly kind: 'equals'; readonly values: Readonly<Record<string, Stored>> }
  /** Absent, or its time (an ISO 8601 attribute) has passed. */
  | { readonly kind: 'absent_or_before'; readonly attribute: string; readonly at: string };

export const absent: Condition = { kind: 'absent' };
export const present: Condition = { kind: 'present' };
export const equals = (values: Readonly<Record<string, Stored>>): Condition => ({
  kind: 'equals',
  values,
});

interface WriteBase {
  readonly key: Key;
  readonly condition?: Condition;
  /** What a failed condition means to the caller, given the item that was found instead. */
  readonly refused?: (existing: Item | undefined) => AppError;
}

export interface Put extends WriteBase {
  readonly action: 'put';
  readonly item: Item;
  readonly index?: IndexKeys;
  /** When the table may forget the item (ISO 8601). */
  readonly expiresAt?: string;
}

export interface Update extends WriteBase {
  readonly action: 'update';
  readonly set?: Item;
  readonly remove?: readonly string[];
  /** Counters: added to, starting at zero. */
  readonly add?: Readonly<Record<string, number>>;
}

interface Delete extends WriteBase {
  readonly action: 'delete';
}

interface Check extends WriteBase {
  readonly action: 'check';
  readonly condition: Condition;
}

/** One action of a transaction, as data: use cases decide it, the table alone carries it out. */
export type Write = Put | Update | Delete | Check;
