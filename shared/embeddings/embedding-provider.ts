import type { VectorSpace } from './embedding-service.ts';

/**
 * Port to whatever turns texts into vectors without a bill. Vectors of two spaces are never compared,
 * so a provider names the one space it serves.
 */
export interface EmbeddingProvider extends VectorSpace {
  readonly name: string;
  readonly model: string;
  /** Takes so long for many texts that it must stop before its function is stopped. @default false */
  readonly isSlow?: true;
  /** One L2-normalised vector of `dimensions` numbers per text, in the order of the texts. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
