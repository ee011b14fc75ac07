import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CountedText } from './counted-text.ts';
import type { EmbeddingClient, EmbeddingReply, FailedReply } from './embedding-client.ts';
import { openPurse, type PurseDeps } from './embedding-purse.ts';
import type { EmbeddingFailure } from './embedding-service.ts';

export interface AttemptDeps extends PurseDeps {
  readonly client: EmbeddingClient;
  /** Waits between attempts. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** One call's worth of texts, and its time. */
export interface Batch {
  readonly texts: readonly CountedText[];
  /** For each attempt. */
  readonly timeoutMs: number;
  readonly mostAttempts: number;
  /** For all of them together. */
  readonly endsAtMs: number;
}

/** How it ended, and what all attempts together cost. */
export interface Attempted {
  readonly result: EmbeddingReply | EmbeddingFailure;
  readonly microcents: number;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** No provider answers in less. */
const SHORTEST_MS = 100;

/**
 * Calls a provider until it answers, refuses, or the time is over. Every attempt has money of its own,
 * since one that failed may be billed; between them passes what the server asks for, else a random part
 * of a pause that doubles (full jitter).
 */
export async function attempt(deps: AttemptDeps, tenant: Tenant, batch: Batch): Promise<Attempted> {
  let microcents = 0;
  for (let made = 1; ; made += 1) {
    const { result, microcents: cost } = await attemptOnce(deps, tenant, batch);
    microcents += cost;
    if (!mayRetry(result) || made >= batch.mostAttempts) return { result, microcents };
    const waitMs = pauseAfter(result.retryAfterMs, made);
    if (deps.clock.now().getTime() + waitMs + SHORTEST_MS > batch.endsAtMs)
      return { result, microcents };
    await deps.pause(waitMs);
  }
}

async function attemptOnce(deps: AttemptDeps, tenant: Tenant, batch: Batch): Promise<Attempted> {
  const { client, clock } = deps;
  const leftMs = () => Math.min(batch.timeoutMs, batch.endsAtMs - clock.now().getTime());
  if (leftMs() < SHORTEST_MS) return free({ failed: 'timed_out', detail: 'No time is left' });
  const tokens = batch.texts.reduce((sum, text) => sum + text.tokens, 0);
  const purse = await openPurse(deps, tenant, client, { tokens, patienceMs: leftMs() });
  if ('failed' in purse) return free(purse);
  const texts = batch.texts.map(({ text }) => text);
  const result = await client.embed({ texts, timeoutMs: Math.max(1, leftMs()) });
  return { result, microcents: await purse.close(result) };
}

const free = (failure: EmbeddingFailure): Attempted => ({ result: failure, microcents: 0 });

const mayRetry = (result: Attempted['result']): result is FailedReply =>
  'mayRetry' in result && result.mayRetry;

function pauseAfter(asked: number | null, made: number): number {
  const jitter = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (made - 1));
  // Never before the server asks for it, and not all at the same moment.
  return asked === null ? jitter : asked + jitter / 4;
}
