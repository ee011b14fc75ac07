import type { VectorRow } from './vector-database.ts';

/** What a database is given: a vector without direction is near to nothing, and some refuse it. */
export const rowsOf = (vectors: readonly Float32Array[]): readonly VectorRow[] =>
  vectors.map((vector, ordinal) => ({ ordinal, vector })).filter(({ vector }) => !isZero(vector));

export const isZero = (vector: Float32Array): boolean => vector.every((value) => value === 0);
