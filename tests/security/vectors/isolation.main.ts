import { parseArgs } from 'node:util';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { startBackends } from '#tests/support/vectors/isolation/backends.ts';
import { countForeign } from '#tests/support/vectors/isolation/count-foreign.ts';

/** `npm run test:isolation -- [--queries 100000]`: random queries of random tenants on every backend. */
const { values } = parseArgs({ options: { queries: { type: 'string', default: '100000' } } });
const queries = Number(values.queries);
const backends = await startBackends();
const stores = [undefined, ...backends.databases];
let foreign = 0;
for (const database of stores) {
  const began = performance.now();
  const counted = await countForeign(createDatabaseStore(database ? [database] : []), queries);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  foreign += counted.foreign;
  process.stdout.write(
    `${(database?.name ?? 'shelf').padEnd(15)} ${counted.queries} queries, ${counted.own} own chunks, ${counted.foreign} foreign, ${seconds} s\n`,
  );
}
await backends.close();
process.exitCode = foreign === 0 ? 0 : 1;
