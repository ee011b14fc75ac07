import { parseArgs } from 'node:util';
import { checkOrders } from '#tests/support/knowledge/simulation/check-orders.ts';

/** Between two lines of the report. */
const STEP = 500;

/** `npm run simulate:knowledge -- --seeds 10000 [--from 1]`, or `--seed 7 --path 1:2` for one course. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      path: { type: 'string' },
    },
  });
  if (values.seed !== undefined)
    return checkOrders({ seed: Number(values.seed), ...(values.path && { path: values.path }) });
  const from = Number(values.from);
  const total = Number(values.seeds);
  for (let done = 0; done < total; done += STEP) {
    const numRuns = Math.min(STEP, total - done);
    await checkOrders({ seed: from + done, numRuns });
    print(`${done + numRuns} courses of events ended with search equal to the bucket`);
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);

await main();
