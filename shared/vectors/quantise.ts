/** Vectors of one width as bytes: a quarter of the memory, and the same order but for near ties. */
export interface QuantisedVectors {
  readonly dimensions: number;
  /** Row after row, each value in −127 … 127. */
  readonly values: Int8Array;
  /** Multiplied with a row's values it gives the vector back; one per row. */
  readonly scales: Float32Array;
}

/** @throws RangeError when a vector has another width than the first. */
export function quantise(vectors: readonly Float32Array[], dimensions: number): QuantisedVectors {
  const values = new Int8Array(vectors.length * dimensions);
  const scales = new Float32Array(vectors.length);
  for (const [row, vector] of vectors.entries()) {
    if (vector.length !== dimensions)
      throw new RangeError(`A vector of ${vector.length} dimensions where ${dimensions} belong`);
    const scale = largestOf(vector) / 127 || 1;
    scales[row] = scale;
    values.set(
      vector.map((value) => Math.round(value / scale)),
      row * dimensions,
    );
  }
  return { dimensions, values, scales };
}

/** A vector to compare with many rows, without its zeros: a question fills few slots of a hash. */
export interface QueryVector {
  readonly positions: Uint32Array;
  readonly values: Float64Array;
}

export function queryVector(vector: Float32Array): QueryVector {
  const positions = Uint32Array.from(vector.keys()).filter((at) => vector[at] !== 0);
  return { positions, values: Float64Array.from(positions, (at) => vector[at] ?? 0) };
}

/** Dot product of a vector with one row; for normalised vectors the cosine, within ±.01. */
export function similarityTo(query: QueryVector, rows: QuantisedVectors, row: number): number {
  const { positions, values } = query;
  const start = row * rows.dimensions;
  let sum = 0;
  for (let at = 0; at < positions.length; at += 1) {
    sum += (values[at] ?? 0) * (rows.values[start + (positions[at] ?? 0)] ?? 0);
  }
  return sum * (rows.scales[row] ?? 0);
}

/** One row as a vector again, each value within half a step of what it was. */
export function vectorAt({ dimensions, values, scales }: QuantisedVectors, row: number) {
  const scale = scales[row] ?? 0;
  const bytes = values.subarray(row * dimensions, (row + 1) * dimensions);
  return Float32Array.from(bytes, (value) => value * scale);
}

const largestOf = (vector: Float32Array): number =>
  vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
