import { type StoredChunk, storedChunk } from '../indexed-document.ts';
import { type PackedTexts, textAt } from '../packed-texts.ts';

/** Chunks as they lie in a segment: JSON each, parsed when one is found. */
export type PackedChunks = PackedTexts;

export const encodeChunk = (chunk: StoredChunk): string => JSON.stringify(storedChunk.parse(chunk));

/** @throws RangeError when there is no such row */
export const chunkAt = (chunks: PackedChunks, row: number): StoredChunk =>
  storedChunk.parse(JSON.parse(textAt(chunks, row)));
