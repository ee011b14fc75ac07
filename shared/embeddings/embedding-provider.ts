/**
 * Port to whatever turns texts into vectors. Vectors of two spaces are never compared, so a
 * provider names the one space it serves: family, model, dimensions and normalisation.
 */
export interface EmbeddingProvider {
  readonly name: string;
  readonly model: string;
  readonly spaceId: string;
  readonly dimensions: number;
  /** The cosine that unrelated texts of this space rarely exceed. */
  readonly noiseFloor: number;
  /** One L2-normalised vector of `dimensions` numbers per text, in the order of the texts. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
