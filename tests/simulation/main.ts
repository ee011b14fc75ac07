import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import '#tests/support/simulation/quiet.ts';
import * as z from 'zod';
import { type Outcome, simulate } from '#tests/support/simulation/simulate.ts';
import { failureOf, Totals } from '#tests/support/simulation/totals.ts';

const REPORT_EVERY = 500;

const share = z.object({ from: z.int(), seeds: z.int(), step: z.int() });

/** `npm run simulate -- --seeds 10000 [--from 1]`, or `--seed 7` for all that happens in one. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
    },
  });
  if (values.seed !== undefined) await showOne(Number(values.seed));
  else await runAll(Number(values.from), Number(values.seeds));
}

async function showOne(seed: number): Promise<void> {
  const { trace, steps, violation } = await simulate(seed);
  print(trace.join('\n'));
  print(violation ? failureOf(seed, violation) : `seed ${seed}: ${steps} steps, nothing wrong`);
  if (violation) process.exitCode = 1;
}

/** Each thread takes every n-th seed. */
async function runAll(from: number, seeds: number): Promise<void> {
  const totals = new Totals();
  const threads = Math.min(availableParallelism(), seeds);
  const all = Array.from({ length: threads }, (_, n) =>
    runShare({ from: from + n, seeds: from + seeds, step: threads }, (outcome) => {
      totals.add(outcome);
      if (outcome.violation) print(failureOf(outcome.seed, outcome.violation));
      if (totals.seeds % REPORT_EVERY === 0) print(`${totals.seeds} seeds, ${totals.steps} steps`);
    }),
  );
  await Promise.all(all);
  print(totals.report());
  if (totals.failures.length > 0) process.exitCode = 1;
}

function runShare(part: z.infer<typeof share>, hear: (outcome: Outcome) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.on('message', hear);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

async function workThrough(): Promise<void> {
  const { from, seeds, step } = share.parse(workerData);
  for (let seed = from; seed < seeds; seed += step) {
    const { trace: _, ...outcome } = await simulate(seed);
    parentPort?.postMessage({ ...outcome, trace: [] });
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);

await (isMainThread ? main() : workThrough());
