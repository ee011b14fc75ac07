import type { IndexedDocument } from './indexed-document.ts';

/**
 * Holds a document's vectors to their rules before anything is stored.
 * @throws RangeError when a space has not exactly one vector per chunk, all of one width and finite
 */
export function refuseBadVectors({ chunks, vectors }: IndexedDocument): void {
  for (const [spaceId, ofSpace] of Object.entries(vectors)) {
    if (ofSpace.length !== chunks.length)
      throw new RangeError(`${ofSpace.length} vectors of ${spaceId} for ${chunks.length} chunks`);
    const dimensions = ofSpace[0]?.length ?? 0;
    for (const vector of ofSpace) refuseBadVector(vector, dimensions);
  }
}

function refuseBadVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`A vector of ${vector.length} dimensions where ${dimensions} belong`);
  if (!vector.every(Number.isFinite)) throw new RangeError('A vector holds what is no number');
}
