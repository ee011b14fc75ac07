import * as z from 'zod';
import type { Postings } from '../postings.ts';
import type { QuantisedVectors } from '../quantise.ts';
import type { Segment } from './segment.ts';

/**
 * The bytes of a segment: `SEG1`, the length of the header, the header as JSON, then its numbers in
 * the order of `sections`, each aligned to four bytes. Little-endian, as every platform we run on.
 */
export function encodeSegment(segment: Segment): Uint8Array {
  const { document_id, version, chunks, postings } = segment;
  const spaces = [...segment.vectors].map(([space_id, { dimensions }]) => ({
    space_id,
    dimensions,
  }));
  const header = Buffer.from(
    JSON.stringify({
      document_id,
      version,
      chunks,
      terms: postings.terms,
      spaces,
      postings: postings.chunks.length,
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.byteLength);
  const parts = [Buffer.from(MAGIC), length, header, ...sections(segment)];
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padding(part.byteLength))]));
}

/** @throws Error when these are not the bytes of a segment */
export function decodeSegment(bytes: Uint8Array): Segment {
  // A copy of its own: a Buffer is a view somewhere into a shared pool, and unaligned.
  const own = new Uint8Array(bytes);
  const reader = new SectionReader(own.buffer);
  if (Buffer.from(reader.bytes(4)).toString() !== MAGIC) throw new Error('Not a segment');
  const [headerLength = 0] = reader.uint32(1);
  const { document_id, version, chunks, terms, spaces, postings } = headerSchema.parse(
    JSON.parse(Buffer.from(reader.bytes(headerLength)).toString()),
  );
  return {
    document_id,
    version,
    chunks,
    postings: readPostings(reader, terms, postings, chunks.length),
    vectors: new Map(
      spaces.map(({ space_id, dimensions }) => [
        space_id,
        readVectors(reader, dimensions, chunks.length),
      ]),
    ),
  };
}

const MAGIC = 'SEG1';

const headerSchema = z.object({
  document_id: z.string(),
  version: z.int(),
  chunks: z.array(
    z.object({
      ordinal: z.int(),
      text: z.string(),
      start: z.int(),
      end: z.int(),
      page: z.int().nullable(),
      heading_path: z.array(z.string()),
      hash: z.string(),
    }),
  ),
  terms: z.array(z.string()),
  spaces: z.array(z.object({ space_id: z.string(), dimensions: z.int() })),
  postings: z.int(),
});

function sections({ postings, vectors }: Segment): Uint8Array[] {
  const { offsets, chunks, counts, lengths } = postings;
  const numbers = [
    offsets,
    chunks,
    counts,
    lengths,
    ...[...vectors.values()].flatMap(vectorSections),
  ];
  return numbers.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

const vectorSections = ({ scales, values }: QuantisedVectors) => [scales, values];

function readPostings(
  reader: SectionReader,
  terms: readonly string[],
  count: number,
  chunkCount: number,
): Postings {
  const offsets = reader.uint32(terms.length + 1);
  const chunks = reader.uint32(count);
  const counts = reader.uint32(count);
  return { terms, offsets, chunks, counts, lengths: reader.uint32(chunkCount) };
}

function readVectors(reader: SectionReader, dimensions: number, rows: number): QuantisedVectors {
  const scales = reader.float32(rows);
  return { dimensions, scales, values: reader.int8(rows * dimensions) };
}

const padding = (length: number): number => (4 - (length % 4)) % 4;

/** Reads typed arrays one after the other, as views on the one buffer. */
class SectionReader {
  readonly #buffer: ArrayBuffer;
  #at = 0;

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#advance(length), length);
  }

  int8(length: number): Int8Array {
    return new Int8Array(this.#buffer, this.#advance(length), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#advance(length * 4), length);
  }

  float32(length: number): Float32Array {
    return new Float32Array(this.#buffer, this.#advance(length * 4), length);
  }

  #advance(length: number): number {
    const start = this.#at;
    this.#at += length + padding(length);
    return start;
  }
}
