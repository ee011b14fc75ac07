import type { Tenant } from '#shared/runtime/tenant.ts';

/** A space of vectors that may be compared with each other, and with no others. */
export interface VectorSpace {
  /** Family, model, dimensions and normalisation: equal only where vectors are comparable. */
  readonly spaceId: string;
  readonly dimensions: number;
  /** The cosine that unrelated texts of the space rarely exceed. */
  readonly noiseFloor: number;
}

/** One text's vector and what it took. Wire shape of PRODUCT section 7. */
export interface EmbeddedText {
  /** L2-normalised; all zero where the local space finds no word. */
  readonly embedding: Float32Array;
  readonly provider: string;
  readonly model: string;
  readonly space_id: string;
  /** Tokens that were sent for it; 0 where nothing was sent. */
  readonly token_count: number;
  /** Its share of what the calls of this request cost: the shares sum up to the bill exactly. */
  readonly cost_microcents: number;
  readonly latency_ms: number;
  /** Whether it had been embedded before. */
  readonly cached: boolean;
}

/** Why a text has no vector: every one of these is to be expected, and search goes on without. */
export interface EmbeddingFailure {
  readonly failed: 'budget_exhausted' | 'circuit_open' | 'timed_out' | 'refused' | 'unavailable';
  readonly detail: string;
}

export type EmbeddingOutcome = EmbeddedText | EmbeddingFailure;

export interface EmbeddingRequest {
  readonly spaceId: string;
  readonly inputType: 'document' | 'query';
  readonly texts: readonly string[];
}

/** Where texts become vectors. The tenant is named because it pays. */
export interface EmbeddingService {
  /** Spaces that documents are indexed in: the preferred one first, the free local one always last. */
  spaces(tenant: Tenant): Promise<readonly VectorSpace[]>;
  /** One outcome per text, in order; all of them in the space that was asked for, or failures. */
  embed(tenant: Tenant, request: EmbeddingRequest): Promise<readonly EmbeddingOutcome[]>;
}

export const isEmbedded = (outcome: EmbeddingOutcome): outcome is EmbeddedText =>
  !('failed' in outcome);

/** The vectors of all texts in their order, or undefined where only one of them has none. */
export function allVectorsOf(
  outcomes: readonly EmbeddingOutcome[],
): readonly Float32Array[] | undefined {
  const embedded = outcomes.filter(isEmbedded);
  return embedded.length < outcomes.length ? undefined : embedded.map(({ embedding }) => embedding);
}
