/** A stored value: what both JSON and DynamoDB can hold. */
export type Stored =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Stored[]
  | { readonly [name: string]: Stored | undefined };

export type Item = Readonly<Record<string, Stored | undefined>>;

/**
 * Where an item lives inside its tenant. The tenant's prefix is not part of it: only the table adds
 * that, from the tenant it was given, so no key can name another tenant's item.
 */
export interface Key {
  /** Kind and, where there is one, id: `SESSION#0198…`. */
  readonly partition: string;
  readonly sort: string;
}

/** Where the item shows up besides its key. */
export interface IndexKeys {
  /** What waits for a person of the tenant. */
  readonly inbox?: Key;
  /** What waits for a time; read across tenants by the schedules alone. */
  readonly due?: { readonly queue: string; readonly at: string };
}
