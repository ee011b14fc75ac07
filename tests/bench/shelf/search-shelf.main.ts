import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import type { Shelf } from '#shared/vectors/shelf/shelf.ts';
import { makeQuestion } from './large-library.ts';
import { ShelfOnDisk } from './shelf-on-disk.ts';

const QUESTIONS = 200;

/** In a process of its own: reads a filled folder, asks it, and asks on while it is changed. */
async function main([folder = '', documents = '0']: readonly string[]): Promise<void> {
  const disk = new ShelfOnDisk(folder);
  await disk.restore();
  disk.table.diary.length = 0;
  const before = process.memoryUsage().rss;
  const shelf = disk.fresh();
  const begun = performance.now();
  const { chunkCount } = await shelf.open(disk.tenant);
  const loadMs = performance.now() - begun;
  const { reads } = disk.objects;
  for (let at = 0; at < 20; at += 1) await ask(disk, shelf, at);
  const warm: number[] = [];
  const used = process.cpuUsage();
  for (let at = 0; at < QUESTIONS; at += 1) warm.push(await ask(disk, shelf, at));
  const cpuMs = processorMs(used) / QUESTIONS;
  const memory = process.memoryUsage().rss - before;
  const changing = await askWhileChanging(disk, shelf, [folder, documents]);
  const left = (await shelf.open(disk.tenant)).chunkCount;
  const peak = process.resourceUsage().maxRSS * 1024;
  process.send?.({ chunkCount, left, loadMs, reads, warm, cpuMs, changing, memory, peak });
}

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function ask(disk: ShelfOnDisk, shelf: Shelf, at: number): Promise<number> {
  const begun = performance.now();
  const deps = { shelf, embeddings: freeEmbeddings(localHashProvider) };
  const request = { query: makeQuestion(at), mode: 'hybrid', max_results: 10 } as const;
  const { results } = await searchKnowledge(deps, disk.tenant, request);
  if (results.length === 0) throw new Error(`Nothing found for "${request.query}"`);
  return performance.now() - begun;
}

const told = z.object({ written: z.unknown().optional(), done: z.boolean().default(false) });

/** Times of questions that are asked while another process ingests and merges. */
async function askWhileChanging(
  disk: ShelfOnDisk,
  shelf: Shelf,
  args: readonly string[],
): Promise<readonly number[]> {
  const program = new URL('./change-shelf.main.ts', import.meta.url).pathname;
  const child = fork(program, args);
  let [applied, ended] = [Promise.resolve(), false];
  child.on('message', (message) => {
    const { written, done } = told.parse(message);
    ended ||= done;
    if (written) applied = applied.then(() => disk.apply(written));
  });
  const exited = once(child, 'exit').then(() => {
    ended = true;
  });
  const times: number[] = [];
  for (let at = 0; !ended; at += 1) {
    times.push(await ask(disk, shelf, at));
    // Messages of the other process come in between.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await exited;
  await applied;
  return times;
}

await main(process.argv.slice(2));
