import type { IndexedDocument } from '../indexed-document.ts';
import { packTexts } from '../packed-texts.ts';
import { buildPostings, type Postings } from '../postings.ts';
import { type QuantisedVectors, quantise } from '../quantise.ts';
import { encodeChunk, type PackedChunks } from './stored-chunks.ts';

/** Chunks ready to be searched: of one document version, or of many. Immutable once it is stored. */
export interface Segment {
  /** Whose rows these are, in their order; empty in the segment of one version. */
  readonly members: readonly SegmentMember[];
  readonly chunks: PackedChunks;
  readonly postings: Postings;
  /** By vector space; row by row the chunks. */
  readonly vectors: ReadonlyMap<string, QuantisedVectors>;
}

/** A version whose own segment was copied into a merged one. */
export interface SegmentMember {
  /** Of its own segment: what the list names it by. */
  readonly object_key: string;
  readonly rows: number;
}

/** @throws RangeError when a space has not exactly one vector per chunk, all of one width */
export function buildSegment({ chunks, vectors }: IndexedDocument): Segment {
  return {
    members: [],
    chunks: packTexts(chunks.map(({ chunk }) => encodeChunk(chunk))),
    postings: buildPostings(chunks.map(({ terms }) => terms)),
    vectors: new Map(
      Object.entries(vectors).map(([spaceId, rows]) => {
        if (rows.length !== chunks.length)
          throw new RangeError(`${rows.length} vectors of ${spaceId} for ${chunks.length} chunks`);
        return [spaceId, quantise(rows, rows[0]?.length ?? 0)];
      }),
    ),
  };
}
