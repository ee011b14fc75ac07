import { setTimeout as sleep } from 'node:timers/promises';
import { complain } from './complaint.ts';

/** One virtual shard: its records leave in order, a batch at a time. */
export interface StreamLane<T> {
  readonly backlog: number;
  push(record: T): void;
  /** Starts nothing new and resolves when the batch under way has settled. */
  stop(): Promise<void>;
}

export interface StreamLaneOptions<T> {
  readonly batchSize: number;
  /** The next batch leaves only after this resolved; a rejection delivers the same batch again. */
  readonly deliver: (records: readonly T[]) => Promise<void>;
  readonly onDelivered: (records: readonly T[]) => void;
  readonly retryDelayMs: number;
}

export function createStreamLane<T>(options: StreamLaneOptions<T>): StreamLane<T> {
  const waiting: T[] = [];
  const stopped = new AbortController();
  let running: Promise<void> | undefined;
  const drain = async () => {
    while (waiting.length > 0 && !stopped.signal.aborted) {
      const batch = waiting.slice(0, options.batchSize);
      if (!(await delivered(batch, options, stopped.signal))) return;
      waiting.splice(0, batch.length);
      options.onDelivered(batch);
    }
  };
  const start = () => {
    running ??= drain().finally(() => {
      running = undefined;
    });
  };
  return {
    get backlog() {
      return waiting.length;
    },
    push(record) {
      waiting.push(record);
      start();
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

/** Until it succeeds, as a shard blocks behind a failing batch; false when stopped before. */
async function delivered<T>(
  batch: readonly T[],
  { deliver, retryDelayMs }: StreamLaneOptions<T>,
  stopped: AbortSignal,
): Promise<boolean> {
  while (!stopped.aborted) {
    try {
      await deliver(batch);
      return true;
    } catch (error) {
      complain('a batch of a stream was not taken and is tried again', error);
      await sleep(retryDelayMs, undefined, { signal: stopped }).catch(() => {});
    }
  }
  return false;
}
