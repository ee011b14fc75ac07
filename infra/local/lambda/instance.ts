import { failed, type Invocation, type Outcome } from './invocation.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { startWorkerThread, type ThreadMessage, type ThreadOptions } from './worker-thread.ts';

// Lambda gives a function this long to load, whatever its own time limit.
const INIT_LIMIT_MS = 10_000;
const MAX_PAYLOAD_BYTES = 6_291_556;

/** One execution environment of a function, taking one invocation at a time. */
export interface Instance {
  /** The key it signs its SDK calls with: each instance has another. */
  readonly accessKeyId: string;
  readonly current: () => Invocation | undefined;
  readonly alive: () => boolean;
  readonly invoke: (invocation: Invocation, event: string) => Promise<Outcome>;
  /** As if the machine under it failed: what it runs ends in `Runtime.ExitError`. */
  readonly kill: () => Promise<void>;
}

export interface InstanceOptions extends ThreadOptions {
  readonly accessKeyId: string;
}

/** Starts loading the function at once; the first invocation waits for it. */
export function startInstance(fn: LambdaFunction, options: InstanceOptions): Instance {
  const thread = startWorkerThread(fn, options);
  const loaded = thread.next(INIT_LIMIT_MS);
  let current: Invocation | undefined;

  async function run(requestId: string, event: string): Promise<ThreadMessage> {
    const init = await loaded;
    if (init.kind !== 'ready') return init;
    const limitMs = fn.timeoutSeconds * 1000;
    thread.send({ requestId, event, deadlineMs: Date.now() + limitMs });
    return thread.next(limitMs);
  }

  return {
    accessKeyId: options.accessKeyId,
    current: () => current,
    alive: thread.alive,
    kill: thread.terminate,
    async invoke(invocation, event) {
      current = invocation;
      const message = await run(invocation.requestId, event);
      current = undefined;
      const failedToLoad = (await loaded).kind !== 'ready';
      if (failedToLoad || message.kind === 'timeout') await thread.terminate();
      return toOutcome(message, fn, invocation.requestId);
    },
  };
}

function toOutcome(message: ThreadMessage, fn: LambdaFunction, requestId: string): Outcome {
  switch (message.kind) {
    case 'result':
      return withinLimit(message.payload);
    case 'error':
      return { payload: message.payload, functionError: 'Unhandled' };
    case 'timeout': {
      const seconds = fn.timeoutSeconds.toFixed(2);
      const text = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
      return failed('Sandbox.Timedout', text);
    }
    default:
      return failed('Runtime.ExitError', `RequestId: ${requestId} Error: Runtime exited`);
  }
}

function withinLimit(payload: string): Outcome {
  if (Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES) return { payload };
  const limit = `Response payload size exceeded maximum allowed payload size (${MAX_PAYLOAD_BYTES} bytes).`;
  return failed('Function.ResponseSizeTooLarge', limit);
}
