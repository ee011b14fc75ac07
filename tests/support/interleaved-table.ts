import fc from 'fast-check';
import { type Table, TransactionRefused } from '#shared/store/table.ts';

/** In which order the calls of concurrent use cases happen, and which transactions collide. */
export const interleaving = fc.record({
  scheduler: fc.scheduler(),
  dice: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
});
export type Interleaving = typeof interleaving extends fc.Arbitrary<infer Value> ? Value : never;

/** A table whose every call waits for its turn, and some of whose transactions collide. */
export const interleaved =
  (scheduler: fc.Scheduler, collides: () => boolean) =>
  (table: Table): Table => {
    const turn = <Value>(name: string, use: () => Promise<Value>) =>
      scheduler.schedule(Promise.resolve(), name).then(use);
    return {
      get: (...key) => turn('get', () => table.get(...key)),
      getMany: (...keys) => turn('getMany', () => table.getMany(...keys)),
      query: (...selection) => turn('query', () => table.query(...selection)),
      transact: (...writes) =>
        turn('transact', async () => {
          if (collides()) throw new TransactionRefused([{ reason: 'collision', index: 0 }]);
          await table.transact(...writes);
        }),
    };
  };
