import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';

const measured = z.object({
  /** From before the bundle was loaded to the first answer. */
  startUpMs: z.number(),
  statusCode: z.int(),
  /** Each further call. */
  warm: z.array(z.number()),
});
type Measured = z.infer<typeof measured>;

export interface HandlerRun {
  /** The bundle. */
  readonly file: string;
  readonly event: unknown;
  readonly variables: Readonly<Record<string, string>>;
  /** Calls after the first. @default 0 */
  readonly calls?: number;
}

/** Runs a bundle in a fresh process. @throws Error when its answer is no success */
export async function runHandler({
  file,
  event,
  variables,
  calls = 0,
}: HandlerRun): Promise<Measured> {
  const program = new URL('./handler-process.ts', import.meta.url).pathname;
  const child = fork(program, [JSON.stringify({ file, event, calls })], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code} and no answer`);
  });
  const [message] = await Promise.race([once(child, 'message'), died]);
  died.catch(() => {}); // the end after the answer is no failure
  const result = measured.parse(message);
  if (result.statusCode >= 300) throw new Error(`${file} answered ${result.statusCode}`);
  return result;
}
