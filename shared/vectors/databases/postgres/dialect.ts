import type { DatabaseName } from '../vector-database.ts';

/** What differs between PostgreSQL with the extension `vector` and without. */
export interface Dialect {
  readonly name: Extract<DatabaseName, 'pgvector' | 'postgres-array'>;
  readonly table: string;
  /** Run before the table is made. */
  readonly prelude: readonly string[];
  readonly columnType: string;
  /** A vector in the type's binary wire format. */
  encode(vector: Float32Array): Buffer;
  /** Cosine of column and parameter. */
  score(column: string, parameter: string): string;
}

/** The extension's type: sixteen-bit count, sixteen bits that are zero, then floats, all big-endian. */
export const PGVECTOR: Dialect = {
  name: 'pgvector',
  table: 'onboarding_vectors',
  prelude: ['create extension if not exists vector'],
  columnType: 'vector',
  encode: (vector) => {
    const bytes = Buffer.alloc(4 + vector.length * 4);
    bytes.writeUInt16BE(vector.length);
    writeFloats(bytes, 4, 4, vector);
    return bytes;
  },
  score: (column, parameter) => `1 - (${column} <=> ${parameter})`,
};

const FLOAT4_OID = 700;
const ARRAY_HEADER_BYTES = 20;

/** An array of one dimension: header, then each float behind its length (`array_send` of PostgreSQL). */
export const ARRAYS: Dialect = {
  name: 'postgres-array',
  table: 'onboarding_vector_arrays',
  prelude: [],
  columnType: 'real[]',
  encode: (vector) => {
    const bytes = Buffer.alloc(ARRAY_HEADER_BYTES + vector.length * 8);
    for (const [at, value] of [1, 0, FLOAT4_OID, vector.length, 1].entries())
      bytes.writeInt32BE(value, at * 4);
    for (let at = 0; at < vector.length; at += 1)
      bytes.writeInt32BE(4, ARRAY_HEADER_BYTES + at * 8);
    writeFloats(bytes, ARRAY_HEADER_BYTES + 4, 8, vector);
    return bytes;
  },
  // Of normalised vectors the dot product is the cosine.
  score: (column, parameter) =>
    `(select sum(x * y)::double precision from unnest(${column}, ${parameter}) as pair (x, y))`,
};

function writeFloats(bytes: Buffer, start: number, step: number, vector: Float32Array): void {
  for (const [at, value] of vector.entries()) bytes.writeFloatBE(value, start + at * step);
}
