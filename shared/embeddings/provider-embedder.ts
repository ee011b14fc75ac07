import pLimit from 'p-limit';
import { chunk } from '#shared/queue/chunk.ts';
import type { CircuitBreaker } from '#shared/runtime/circuit-breaker.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type AttemptDeps, type Attempted, attempt, type Batch } from './attempts.ts';
import { outcomesOf } from './batch-outcomes.ts';
import { type CountedText, countTexts } from './counted-text.ts';
import type { EmbeddingFailure, EmbeddingOutcome } from './embedding-service.ts';
import { limitsOf, type ProviderLimits } from './provider-limits.ts';
import type { InputType, SpaceEmbedder } from './space-embedder.ts';

/** What became of one call, for logs and metrics. */
export interface ObservedBatch {
  readonly provider: string;
  readonly outcome: string;
  readonly texts: number;
  readonly tokens: number;
  readonly microcents: number;
  readonly tookMs: number;
}

export interface ProviderEmbedderDeps extends AttemptDeps {
  readonly circuit: CircuitBreaker;
  /** How long whoever runs this may still run. */
  readonly remainingMs: () => number;
  readonly observe?: (observed: ObservedBatch) => void;
}

/** Left to the invocation for everything after the vectors: storing them, answering. */
const RESERVE_MS = 2_000;
/** Somebody waits for a query, and search goes on without its vector; nobody waits for a document. */
const PATIENCE = {
  query: { timeoutMs: 4_000, mostAttempts: 2, altogetherMs: 5_000 },
  document: { timeoutMs: 30_000, mostAttempts: 5, altogetherMs: 120_000 },
} as const satisfies Readonly<Record<InputType, unknown>>;
/** Calls at once for one request. */
const PARALLEL_CALLS = 4;

/** One provider behind circuit breaker, budget and patience; one batch that fails loses no other. */
export class ProviderEmbedder implements SpaceEmbedder {
  readonly #deps: ProviderEmbedderDeps;
  readonly #limits: ProviderLimits;

  constructor(deps: ProviderEmbedderDeps) {
    this.#deps = deps;
    this.#limits = limitsOf(deps.client);
  }

  async embed(
    tenant: Tenant,
    inputType: InputType,
    texts: readonly string[],
  ): Promise<readonly EmbeddingOutcome[]> {
    const counted = await this.#count(texts);
    const places = counted.map((text, place) => ({ ...text, place }));
    const fitting = places.filter((text) => !this.#objection(text));
    const batches = chunk(fitting, ({ tokens }) => tokens, {
      items: this.#limits.inputs,
      weight: this.#limits.tokens,
    });
    const inTime = this.#timeFor(inputType);
    const limit = pLimit(PARALLEL_CALLS);
    const outcomes = await limit.map(batches, (batch) =>
      this.#embedBatch(tenant, { texts: batch, ...inTime }),
    );
    const made = new Map(
      batches.flatMap((batch, at) =>
        batch.map(({ place }, index) => [place, outcomes[at]?.[index]] as const),
      ),
    );
    return places.map((text) => made.get(text.place) ?? this.#objection(text) ?? LOST);
  }

  #count(texts: readonly string[]): Promise<readonly CountedText[]> | readonly CountedText[] {
    const { payee } = this.#deps.client;
    return payee === 'free' ? texts.map((text) => ({ text, tokens: 0 })) : countTexts(texts);
  }

  /** A whole call is refused for one text like these. */
  #objection({ text, tokens }: CountedText): EmbeddingFailure | undefined {
    if (text.trim() === '') return { failed: 'refused', detail: 'The text is empty' };
    const most = this.#limits.tokensPerText;
    return tokens > most
      ? { failed: 'refused', detail: `The text has ${tokens} tokens, more than ${most}` }
      : undefined;
  }

  #timeFor(inputType: InputType): Omit<Batch, 'texts'> {
    const { clock, remainingMs } = this.#deps;
    const { altogetherMs, ...patience } = PATIENCE[inputType];
    const leftMs = Math.min(altogetherMs, remainingMs() - RESERVE_MS);
    return { ...patience, endsAtMs: clock.now().getTime() + leftMs };
  }

  async #embedBatch(tenant: Tenant, batch: Batch): Promise<readonly EmbeddingOutcome[]> {
    const { circuit, client, clock } = this.#deps;
    if (!(await circuit.admits(tenant))) return batch.texts.map(() => CIRCUIT_OPEN);
    const beganAtMs = clock.now().getTime();
    const attempted = await attempt(this.#deps, tenant, batch).catch(brokenOff);
    const tookMs = clock.now().getTime() - beganAtMs;
    await this.#report(tenant, attempted.result);
    this.#observe(batch, attempted, tookMs);
    return outcomesOf(client, batch.texts, attempted, tookMs);
  }

  /** What only one's own request or budget is to blame for says nothing about the provider. */
  #report(tenant: Tenant, result: Attempted['result']): Promise<void> {
    const { circuit } = this.#deps;
    if ('failed' in result) return circuit.abandoned(tenant);
    if (result.kind === 'embedded' && result.vectors.some(Boolean))
      return circuit.succeeded(tenant);
    if (result.kind === 'refused' && !result.mayBeBilled) return circuit.abandoned(tenant);
    return circuit.failed(tenant);
  }

  #observe({ texts }: Batch, { result, microcents }: Attempted, tookMs: number): void {
    const { client, observe } = this.#deps;
    const outcome = 'failed' in result ? result.failed : result.kind;
    const tokens = texts.reduce((sum, text) => sum + text.tokens, 0);
    observe?.({
      provider: client.payee,
      outcome,
      texts: texts.length,
      tokens,
      microcents,
      tookMs,
    });
  }
}

const CIRCUIT_OPEN: EmbeddingFailure = {
  failed: 'circuit_open',
  detail: 'The provider failed lately',
};
const LOST: EmbeddingFailure = { failed: 'unavailable', detail: 'The text was in no call' };

/** The ledger could not be asked, or not be told: texts fail, the request does not. */
const brokenOff = (error: unknown): Attempted => ({
  result: { failed: 'unavailable', detail: String(error).slice(0, 200) },
  microcents: 0,
});
