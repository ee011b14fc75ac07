import { Worker } from 'node:worker_threads';
import type { LambdaFunction } from './lambda-function.ts';
import type { InvokeMessage, LogMessage, WorkerMessage, WorkerStart } from './worker-protocol.ts';

/** What the runtime says, or what became of it. */
export type ThreadMessage =
  | WorkerMessage
  | { readonly kind: 'exit' }
  | { readonly kind: 'timeout' };

/** The thread behind an instance: one message in, one message out. */
export interface WorkerThread {
  readonly alive: () => boolean;
  readonly send: (message: InvokeMessage) => void;
  /** The next thing it says; `exit` for ever after it is gone; `timeout` if it stays silent. */
  readonly next: (limitMs: number) => Promise<ThreadMessage>;
  readonly terminate: () => Promise<void>;
}

export interface ThreadOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly logStreamName: string;
  readonly log: (text: string) => void;
}

export function startWorkerThread(fn: LambdaFunction, options: ThreadOptions): WorkerThread {
  const wake = new SharedArrayBuffer(4);
  const worker = spawn(fn, options, wake);
  const mailbox = createMailbox();
  let alive = true;
  worker.on('message', (message: WorkerMessage | LogMessage) => {
    if (message.kind === 'log') options.log(message.text);
    else mailbox.put(message);
  });
  worker.on('error', (error) => options.log(`${error instanceof Error ? error.stack : error}\n`));
  worker.once('exit', () => {
    alive = false;
    mailbox.put({ kind: 'exit' });
  });
  return {
    alive: () => alive,
    send: (message) => {
      worker.postMessage(message);
      const flag = new Int32Array(wake);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    },
    next: (limitMs) => mailbox.take(limitMs),
    terminate: async () => {
      alive = false;
      await worker.terminate();
    },
  };
}

function spawn(fn: LambdaFunction, options: ThreadOptions, wake: SharedArrayBuffer): Worker {
  const { environment, logStreamName } = options;
  const workerData: WorkerStart = {
    taskRoot: fn.taskRoot,
    handler: fn.handler,
    functionName: fn.name,
    functionArn: fn.arn,
    memoryMb: fn.memoryMb,
    logGroupName: `/aws/lambda/${fn.name}`,
    logStreamName,
    wake,
  };
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    env: { ...environment },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: fn.memoryMb },
  });
}

function createMailbox() {
  const letters: ThreadMessage[] = [];
  let reader: ((message: ThreadMessage) => void) | undefined;
  return {
    put(message: ThreadMessage): void {
      if (reader) reader(message);
      else letters.push(message);
    },
    async take(limitMs: number): Promise<ThreadMessage> {
      const letter = letters.shift();
      if (letter) return letter;
      const { promise, resolve } = Promise.withResolvers<ThreadMessage>();
      const timer = setTimeout(() => resolve({ kind: 'timeout' }), limitMs);
      reader = resolve;
      const message = await promise;
      reader = undefined;
      clearTimeout(timer);
      return message;
    },
  };
}
