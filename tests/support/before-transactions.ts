import type { Table } from '#shared/store/table.ts';

/** The table, with something that happens before its n-th transaction, counted from 1. */
export function beforeTransactions(table: Table, happens: (nth: number) => Promise<void>): Table {
  let transactions = 0;
  return {
    get: (...key) => table.get(...key),
    getMany: (...keys) => table.getMany(...keys),
    query: (...selection) => table.query(...selection),
    transact: async (...writes) => {
      transactions += 1;
      await happens(transactions);
      await table.transact(...writes);
    },
  };
}
