import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createContext } from './handler-context.ts';
import { loadHandler } from './handler-module.ts';
import type { InvokeMessage, LogMessage, WorkerMessage, WorkerStart } from './worker-protocol.ts';

const start: WorkerStart = workerData;
const wake = new Int32Array(start.wake);

/** The Lambda runtime's loop: load once, then one invocation at a time, frozen in between. */
async function run(): Promise<void> {
  const handler = await loadHandler(start.taskRoot, start.handler);
  tell({ kind: 'ready' });
  for (;;) {
    const { requestId, event, deadlineMs } = nextInvocation();
    const hex = requestId.replaceAll('-', '');
    process.env._X_AMZN_TRACE_ID = `Root=1-${hex.slice(0, 8)}-${hex.slice(8)}`;
    try {
      const result = await handler(JSON.parse(event), createContext(start, requestId, deadlineMs));
      tell({ kind: 'result', payload: JSON.stringify(result ?? null) });
    } catch (error) {
      tell({ kind: 'error', payload: describeError(error) });
    }
  }
}

/** As on Lambda, whatever a handler left running stands still until the next invocation. */
function nextInvocation(): InvokeMessage {
  Atomics.wait(wake, 0, 0);
  Atomics.store(wake, 0, 0);
  if (!parentPort) throw new TypeError('Not a worker thread');
  return receiveMessageOnPort(parentPort)?.message;
}

/** Output travels by the same port as results, so it arrives before them and freezing holds none back. */
function captureOutput(): void {
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    tell({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    const done = rest.find((argument) => typeof argument === 'function');
    done?.();
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
}

const tell = (message: WorkerMessage | LogMessage): void => parentPort?.postMessage(message);

function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return JSON.stringify({ errorType: typeof error, errorMessage: String(error), trace: [] });
  }
  const trace = error.stack?.split('\n') ?? [];
  return JSON.stringify({ errorType: error.name, errorMessage: error.message, trace });
}

captureOutput();
run().catch((error: unknown) => tell({ kind: 'error', payload: describeError(error) }));
