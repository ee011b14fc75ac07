import { test } from 'vitest';
import { checkOrders } from '#tests/support/knowledge/simulation/check-orders.ts';

// More of them: npm run simulate:knowledge -- --seeds 10000
test('whatever the order, doubling, delay or loss of events, search ends up with what the bucket holds', async () => {
  await checkOrders({ numRuns: 300 });
}, 60_000);
