/** What is put on a bus. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
  readonly time?: Date;
}

/** An event as rules see it and targets get it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** Whole seconds, UTC. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export const busEvent = (
  entry: BusEntry,
  origin: {
    readonly id: string;
    readonly now: Date;
    readonly accountId: string;
    readonly region: string;
  },
): BusEvent => ({
  version: '0',
  id: origin.id,
  'detail-type': entry.detailType,
  source: entry.source,
  account: origin.accountId,
  time: (entry.time ?? origin.now).toISOString().replace(/\.\d+Z$/, 'Z'),
  region: origin.region,
  resources: entry.resources ?? [],
  detail: entry.detail,
});
