import type { PaidProvider } from '#shared/budgets/price.ts';
import type { VectorSpace } from './embedding-service.ts';

/** Texts for one call, as they go over the wire. */
export interface EmbeddingCall {
  readonly texts: readonly string[];
  readonly timeoutMs: number;
}

/** Vectors that can be relied on: of the right width, finite, of length 1. */
export interface EmbeddedReply {
  readonly kind: 'embedded';
  /** In the order of the texts; undefined where the server sent none, or none that is a vector. */
  readonly vectors: readonly (Float32Array | undefined)[];
  /** What was wrong with the others. */
  readonly complaint: string | null;
  /** Null where the server does not count, or counts nonsense. */
  readonly inputTokens: number | null;
}

export interface FailedReply {
  readonly kind: 'timed_out' | 'rate_limited' | 'unavailable' | 'refused';
  readonly detail: string;
  /** Whether the same call may work a little later. */
  readonly mayRetry: boolean;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number | null;
  /** It was under way when it ended: the provider may have done the work and charge for it. */
  readonly mayBeBilled: boolean;
}

export type EmbeddingReply = EmbeddedReply | FailedReply;

/** Port to one provider's API. What goes wrong there is a reply too, never an exception. */
export interface EmbeddingClient {
  /** Who sends the bill; `free` for a server of one's own. */
  readonly payee: PaidProvider | 'free';
  readonly model: string;
  readonly space: VectorSpace;
  embed(call: EmbeddingCall): Promise<EmbeddingReply>;
}
