import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Table, TransactionRefused } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';

/** How likely each call of a table goes wrong, 0 to 1. */
export interface Roughness {
  /** Others get their turn first, perhaps again and again. */
  readonly rests: number;
  /** A transaction collides with another, and nothing happens. */
  readonly collides: number;
  /** It happens, and whoever asked hears of a collision. */
  readonly answerLost: number;
  /** The process dies before or after the call. */
  readonly crashes: number;
}

type Dice = () => number;

/** A table whose calls take their time, collide, and kill whoever makes them; repeatable by its dice. */
export function roughTable(table: Table, dice: Dice, roughness: Roughness): Table {
  const happens = (chance: number) => dice() < chance;
  const use = async <Value>(call: () => Promise<Value>): Promise<Value> => {
    while (happens(roughness.rests)) await new Promise(setImmediate);
    if (happens(roughness.crashes / 2)) throw new Error('crashed before the call');
    const value = await call();
    if (happens(roughness.crashes / 2)) throw new Error('crashed after the call');
    return value;
  };
  const transact = async (tenant: Tenant, writes: readonly Write[]) => {
    if (happens(roughness.collides)) throw collision();
    await table.transact(tenant, writes);
    if (happens(roughness.answerLost)) throw collision();
  };
  return {
    get: (...key) => use(() => table.get(...key)),
    getMany: (...keys) => use(() => table.getMany(...keys)),
    query: (...selection) => use(() => table.query(...selection)),
    transact: (...writes) => use(() => transact(...writes)),
  };
}

const collision = () => new TransactionRefused([{ reason: 'collision', index: 0 }]);
