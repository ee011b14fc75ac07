import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import type { WrittenStatement } from './written-answer.ts';

export interface WriteRequest {
  readonly question: string;
  /** Best first; statements name them by their place. */
  readonly passages: readonly ChunkMatch[];
}

/**
 * Port to whoever words answers. What it says is believed only as far as the passages support it;
 * where there is nobody, or nothing was said in time, there are no statements.
 */
export interface AnswerWriter {
  write(tenant: Tenant, request: WriteRequest): Promise<readonly WrittenStatement[]>;
}
