interface BatchLimits {
  readonly count: number;
  readonly bytes: number;
}

/** Rows in batches of at most so many and, by `bytesOf`, so many bytes; one that is larger goes alone. */
export function* batchesOf<Row>(
  rows: readonly Row[],
  limits: BatchLimits,
  bytesOf: (row: Row) => number,
): Generator<readonly Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    if (batch.length > 0 && (batch.length >= limits.count || bytes + size > limits.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
