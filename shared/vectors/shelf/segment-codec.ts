import * as z from 'zod';
import { countTexts, type PackedTexts } from '../packed-texts.ts';
import type { Postings } from '../postings.ts';
import type { QuantisedVectors } from '../quantise.ts';
import { SectionReader, sectionsToBytes } from './sections.ts';
import type { Segment, SegmentMember } from './segment.ts';

/**
 * The bytes of a segment: `SEG2`, the length of the header, the header as JSON, then its numbers and
 * texts in the order of `sectionsOf`. Nothing but the header is parsed when it is read.
 */
export function encodeSegment(segment: Segment): Uint8Array {
  const header = encodeHeader(segment);
  const length = Uint32Array.of(header.byteLength);
  return sectionsToBytes([Buffer.from(MAGIC), length, header, ...sectionsOf(segment)]);
}

/** @throws Error when these are not the bytes of a segment */
export function decodeSegment(bytes: Uint8Array): Segment {
  const reader = new SectionReader(bytes);
  const { members, chunks, terms, postings, spaces } = readHeader(reader);
  return {
    members,
    chunks: readTexts(reader, chunks),
    postings: readPostings(reader, { terms, count: postings, chunks }),
    vectors: new Map(
      spaces.map(({ space_id, dimensions }) => [space_id, readVectors(reader, dimensions, chunks)]),
    ),
  };
}

/** Bytes from the beginning of a segment that tell its members. */
export const headerBytes = (segment: Segment): number =>
  MAGIC.length + 4 + encodeHeader(segment).byteLength;

/** Who is in a merged segment, from its first `headerBytes`. */
export const decodeMembers = (beginning: Uint8Array): readonly SegmentMember[] =>
  readHeader(new SectionReader(beginning)).members;

const MAGIC = 'SEG2';

const headerSchema = z.object({
  members: z.array(z.object({ object_key: z.string(), rows: z.int() })),
  chunks: z.int(),
  terms: z.int(),
  postings: z.int(),
  spaces: z.array(z.object({ space_id: z.string(), dimensions: z.int() })),
});

function encodeHeader({ members, postings, chunks, vectors }: Segment): Buffer {
  const header: z.input<typeof headerSchema> = {
    members: [...members],
    chunks: countTexts(chunks),
    terms: countTexts(postings.terms),
    postings: postings.chunks.length,
    spaces: [...vectors].map(([space_id, { dimensions }]) => ({ space_id, dimensions })),
  };
  return Buffer.from(JSON.stringify(header));
}

function readHeader(reader: SectionReader) {
  if (Buffer.from(reader.uint8(MAGIC.length)).toString() !== MAGIC)
    throw new Error('Not a segment');
  const [length = 0] = reader.uint32(1);
  return headerSchema.parse(JSON.parse(Buffer.from(reader.uint8(length)).toString()));
}

function sectionsOf({ chunks, postings, vectors }: Segment) {
  const { terms, offsets, chunks: rows, counts, lengths } = postings;
  return [
    ...[chunks.offsets, chunks.bytes, terms.offsets, terms.bytes],
    ...[offsets, rows, counts, lengths],
    ...[...vectors.values()].flatMap(({ scales, values }) => [scales, values]),
  ];
}

function readTexts(reader: SectionReader, count: number): PackedTexts {
  const offsets = reader.uint32(count + 1);
  return { offsets, bytes: reader.uint8(offsets[count] ?? 0) };
}

function readPostings(
  reader: SectionReader,
  sizes: { readonly terms: number; readonly count: number; readonly chunks: number },
): Postings {
  const terms = readTexts(reader, sizes.terms);
  const offsets = reader.uint32(sizes.terms + 1);
  const chunks = reader.uint32(sizes.count);
  const counts = reader.uint8(sizes.count);
  return { terms, offsets, chunks, counts, lengths: reader.uint32(sizes.chunks) };
}

function readVectors(reader: SectionReader, dimensions: number, rows: number): QuantisedVectors {
  const scales = reader.float32(rows);
  return { dimensions, scales, values: reader.int8(rows * dimensions) };
}
