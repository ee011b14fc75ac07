import * as z from 'zod';
import type { StoredChunk } from '../indexed-document.ts';
import { type PackedTexts, textAt } from '../packed-texts.ts';

/** Chunks as they lie in a segment: JSON each, parsed when one is found. */
export type PackedChunks = PackedTexts;

const chunkSchema = z.object({
  ordinal: z.int(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  heading_path: z.array(z.string()),
  hash: z.string(),
});

export const encodeChunk = (chunk: StoredChunk): string => JSON.stringify(chunkSchema.parse(chunk));

/** @throws RangeError when there is no such row */
export const chunkAt = (chunks: PackedChunks, row: number): StoredChunk =>
  chunkSchema.parse(JSON.parse(textAt(chunks, row)));
