import { deserialize, serialize } from 'node:v8';
import * as z from 'zod';
import { storedChunk } from '#shared/vectors/indexed-document.ts';
import type { Chunk } from '../chunks/chunk.ts';
import { type IndexingCounts, indexingCounts } from './document.ts';

/** A chunk's vector in one space; null where none could be had. */
type Row = Float32Array | null;

/** A stretch of a document version: chunks, their vectors, and what these took. */
export interface DocumentPart {
  /** It is part of what was embedded. */
  readonly title: string;
  readonly chunks: readonly Chunk[];
  /** By vector space, a row per chunk. */
  readonly vectors: ReadonlyMap<string, readonly Row[]>;
  readonly counts: IndexingCounts;
}

/** A version that is complete: all its parts, in order, and where its objects lie. */
export interface CompleteVersion {
  readonly folder: string;
  readonly parts: readonly DocumentPart[];
}

const chunks = z.array(storedChunk);

const row = z.union([z.null(), z.instanceof(Float32Array)]);
const part = z.object({
  title: z.string(),
  chunks,
  vectors: z.map(z.string(), z.array(row)),
  counts: indexingCounts,
});

/** V8's own serialisation: it keeps numbers as they are, which JSON would blow up fivefold. */
export const encodePart = (of: DocumentPart): Uint8Array => serialize(of);

/** @throws ZodError when these are not the bytes of a part */
export const decodePart = (bytes: Uint8Array): DocumentPart => part.parse(deserialize(bytes));

/** A unit of work: chunks to be embedded, and the parts of earlier versions that know some of them. */
export interface DocumentUnit {
  readonly title: string;
  readonly chunks: readonly Chunk[];
  /** Keys of parts. */
  readonly known: readonly string[];
}

const unit = z.object({ title: z.string(), chunks, known: z.array(z.string()) });
const hashes = z.array(z.array(z.string()));

export const encodeUnit = (of: DocumentUnit): Uint8Array => serialize(of);

/** @throws ZodError when these are not the bytes of a unit */
export const decodeUnit = (bytes: Uint8Array): DocumentUnit => unit.parse(deserialize(bytes));

export const encodeHashes = (of: readonly (readonly string[])[]): Uint8Array => serialize(of);

/** @throws ZodError when these are not the hashes of parts */
export const decodeHashes = (bytes: Uint8Array): readonly (readonly string[])[] =>
  hashes.parse(deserialize(bytes));
