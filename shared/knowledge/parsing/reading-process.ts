import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ContentType } from '../content-type.ts';

/** What reading one file may cost. */
export interface ReadingLimits {
  readonly timeoutMs: number;
  /** Of the process in all: JavaScript's heap and the bytes outside of it. */
  readonly memoryMegabytes: number;
}

/** How a process ended: with an answer, because of a limit, or by a fault of ours. */
export type ReadingEnd =
  | { readonly end: 'answered'; readonly answer: string }
  | { readonly end: 'timed_out' | 'out_of_memory' }
  | { readonly end: 'crashed'; readonly detail: string };

const MAIN = new URL('./reading-process.main.ts', import.meta.url);

/**
 * Reads a file in a process of its own, so that a hostile one can take down nothing else. The kernel
 * holds the process to its memory and, should we be gone, to its time.
 */
export async function runReadingProcess(
  bytes: Uint8Array,
  declared: ContentType,
  limits: ReadingLimits,
): Promise<ReadingEnd> {
  const child = start(declared, limits);
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const stop = () => child.kill('SIGKILL');
  deadline.addEventListener('abort', stop);
  // A process that ends before it has taken all closes the pipe; how it ended says more.
  child.stdin.on('error', () => undefined).end(bytes);
  const [answer, complaint, [code, signal]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    exitOf(child),
  ]);
  deadline.removeEventListener('abort', stop);
  if (deadline.aborted) return { end: 'timed_out' };
  if (signal !== null || /heap out of memory/.test(complaint)) return { end: 'out_of_memory' };
  if (code !== 0) return { end: 'crashed', detail: complaint.slice(-2000) };
  return { end: 'answered', answer: answer.toString() };
}

const exitOf = (child: ChildProcess): Promise<unknown[]> => once(child, 'close');

function start(declared: ContentType, { timeoutMs, memoryMegabytes }: ReadingLimits) {
  const seconds = Math.ceil((timeoutMs / 1000) * THREADS);
  const kilobytes = (memoryMegabytes + CODE_MEGABYTES) * 1024;
  const limited = `ulimit -t ${seconds}; ulimit -d ${kilobytes}; exec "$@"`;
  const options = [
    `--max-old-space-size=${Math.floor(memoryMegabytes * HEAP_SHARE)}`,
    // No writing, no further processes, no reading but of the code that is run.
    '--permission',
    `--allow-fs-read=${ownPackage()}/*`,
  ];
  const command = [process.execPath, ...options, fileURLToPath(MAIN), declared];
  return spawn('/bin/sh', ['-c', limited, 'reading', ...command], {
    env: environment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The kernel adds up the time of all threads; those beside the main one compile and collect garbage. */
const THREADS = 3;

/** The rest is for bytes outside of the heap, and for the program itself. */
const HEAP_SHARE = 0.7;

/** Address space that V8 sets aside for compiled code and the kernel counts, used or not. */
const CODE_MEGABYTES = process.arch === 'arm64' ? 128 : 512;

/** None of our secrets; only where Node itself finds the libraries it is linked to. */
function environment(): Record<string, string> {
  const libraries = process.env['LD_LIBRARY_PATH'];
  return libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries };
}

/** The folder of the code: the bundle, or the repository when it runs from source. */
function ownPackage(): string {
  const description = findPackageJSON(MAIN);
  if (description === undefined) throw new TypeError(`${MAIN} is in no package`);
  return dirname(description);
}
