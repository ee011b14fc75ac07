import type { Tenant } from '#shared/runtime/tenant.ts';
import { TransactionRefused } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import { InMemoryTable } from './in-memory-table.ts';

/** A table under pressure: transactions collide, and answers get lost after the deed. */
export class CollidingTable extends InMemoryTable {
  readonly #written: Write[] = [];
  #every = 0;
  #transactions = 0;
  #losesAnswer = false;
  #collides: () => boolean = () => false;

  /** Whether the next transaction meets another one; asked each time. */
  collideWhen(collides: () => boolean): void {
    this.#collides = collides;
  }

  /** Every n-th transaction meets another one. */
  collideEvery(n: number): void {
    this.#every = n;
  }

  /** The next transaction happens, but whoever asked hears of a collision. */
  loseNextAnswer(): void {
    this.#losesAnswer = true;
  }

  written(): readonly Write[] {
    return this.#written;
  }

  override async transact(tenant: Tenant, writes: readonly Write[]): Promise<void> {
    this.#transactions += 1;
    if (this.#every > 0 && this.#transactions % this.#every === 0) throw collision();
    if (this.#collides()) throw collision();
    await new Promise(setImmediate);
    await super.transact(tenant, writes);
    this.#written.push(...writes);
    if (!this.#losesAnswer) return;
    this.#losesAnswer = false;
    throw collision();
  }
}

const collision = () => new TransactionRefused([{ reason: 'collision', index: 0 }]);
