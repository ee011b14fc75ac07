import { type Changeset, changesetSchema } from '#shared/changesets/changeset.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item } from '#shared/store/item.ts';
import type { Write } from '#shared/store/write.ts';
import type { Instance } from './instance.ts';

interface Happened {
  readonly by: Instance;
  readonly tenant: Tenant;
  /** True time. */
  readonly atMs: number;
  readonly writes: readonly Write[];
  /** In the order of the writes. */
  readonly before: readonly (Item | undefined)[];
  readonly after: readonly (Item | undefined)[];
}

/** One item that a transaction wrote: as it was, and as it is. */
export interface Written {
  readonly write: Write;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** A changeset that a transaction wrote. */
export interface Step {
  readonly before: Changeset | undefined;
  readonly after: Changeset;
}

/** A transaction that happened, by whom and when, and what it made of what. */
export class Transaction {
  readonly by: Instance;
  readonly tenant: Tenant;
  readonly atMs: number;
  readonly all: readonly Written[];
  /** Changesets that were put or marked. */
  readonly steps: readonly Step[];

  constructor({ by, tenant, atMs, writes, before, after }: Happened) {
    this.by = by;
    this.tenant = tenant;
    this.atMs = atMs;
    this.all = writes.map((write, index) => ({
      write,
      before: before[index],
      after: after[index],
    }));
    this.steps = this.in('CHANGESET').flatMap((written) =>
      written.after
        ? [
            {
              before: written.before && changesetSchema.parse(written.before),
              after: changesetSchema.parse(written.after),
            },
          ]
        : [],
    );
  }

  /** What was written, not only checked, in partitions that begin so. */
  in(partition: string): readonly Written[] {
    return this.all.filter(
      ({ write }) => write.action !== 'check' && write.key.partition.startsWith(partition),
    );
  }

  /** Names of the events in it. */
  get events(): readonly string[] {
    return this.in('OUTBOX#').flatMap(({ before, after }) =>
      !before && after ? [String(after['detail_type'])] : [],
    );
  }
}
