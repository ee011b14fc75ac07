import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { median, milliseconds, percentile, type Row } from './row.ts';

const DOCUMENTS = 5_000;

const filled = z.object({ mergeMs: z.number() });
const searched = z.object({
  chunkCount: z.int(),
  /** After the changes, none of which adds or removes a chunk. */
  left: z.int(),
  loadMs: z.number(),
  /** Objects that were read for it. */
  reads: z.int(),
  warm: z.array(z.number()),
  /** Of the processor, for one warm question: what other work on the machine does not change. */
  cpuMs: z.number(),
  changing: z.array(z.number()),
  /** Bytes more than before the load, once it has answered. */
  memory: z.number(),
  peak: z.number(),
});

/** A tenant with 50,000 chunks: what reading its shelf and searching it take, also while it changes. */
export async function shelfRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onboarding-shelf-'));
  try {
    const { mergeMs } = filled.parse(await run('fill-shelf', folder));
    const result = searched.parse(await run('search-shelf', folder));
    if (result.left !== result.chunkCount)
      throw new Error(`${result.chunkCount - result.left} chunks were lost`);
    return rowsOf(result, mergeMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(result: z.output<typeof searched>, mergeMs: number): readonly Row[] {
  const { chunkCount, loadMs, reads, warm, cpuMs, changing, memory, peak } = result;
  const most = Math.max(...changing);
  return [
    { what: `shelf of ${chunkCount} chunks, all merged`, value: milliseconds(mergeMs) },
    {
      what: 'shelf, read by a new instance',
      value: milliseconds(loadMs),
      note: `${reads} objects`,
    },
    { what: 'shelf, memory', value: megabytes(memory), note: `process at most ${megabytes(peak)}` },
    {
      what: 'shelf, hybrid question, warm, p95',
      value: milliseconds(percentile(warm, 0.95)),
      note: `median ${milliseconds(median(warm))}, ${milliseconds(cpuMs)} of the processor`,
    },
    {
      what: 'shelf, the same during two ingestions and a merge',
      value: milliseconds(percentile(changing, 0.95)),
      note: `${changing.length} questions, at most ${milliseconds(most)}; no chunk lost`,
    },
  ];
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** Runs one step in a process of its own. @throws Error when it ends without a result */
async function run(step: string, folder: string): Promise<unknown> {
  const program = new URL(`./shelf/${step}.main.ts`, import.meta.url).pathname;
  const child = fork(program, [folder, String(DOCUMENTS)]);
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${step} ended with ${code} and no result`);
  });
  const [message] = await Promise.race([once(child, 'message'), died]);
  died.catch(() => {}); // the end after the result is no failure
  child.disconnect();
  return message;
}
