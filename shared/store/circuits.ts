import type { CircuitStore } from '#shared/runtime/circuit-breaker.ts';
import { circuitState, HEALTHY } from '#shared/runtime/circuit-state.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Key } from './item.ts';
import { type Table, TransactionRefused } from './table.ts';
import { absent, equals } from './write.ts';

/** Nobody asks about a failure of yesterday. */
const FORGOTTEN_AFTER_MS = 86_400_000;

const keyOf = (host: string): Key => ({ partition: 'CIRCUIT', sort: host });

/**
 * How providers are doing, in the table. It is kept per tenant: functions reach only items of the
 * tenant they serve, and no tenant can take a provider away from another one.
 */
export const circuitsIn = (table: Table, clock: Clock): CircuitStore => ({
  read: async (tenant, host) => {
    const item = await table.get(tenant, keyOf(host));
    return item ? circuitState.parse(item) : HEALTHY;
  },
  write: async (tenant, host, next) => {
    const before = next.version - 1;
    const condition = before === 0 ? absent : equals({ version: before });
    const expiresAt = new Date(clock.now().getTime() + FORGOTTEN_AFTER_MS).toISOString();
    try {
      const put = { action: 'put', key: keyOf(host), item: next, condition, expiresAt } as const;
      await table.transact(tenant, [put]);
      return true;
    } catch (error) {
      if (error instanceof TransactionRefused) return false;
      throw error;
    }
  },
});
