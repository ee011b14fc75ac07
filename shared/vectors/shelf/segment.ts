import type { IndexedDocument, StoredChunk } from '../indexed-document.ts';
import { buildPostings, type Postings } from '../postings.ts';
import { type QuantisedVectors, quantise } from '../quantise.ts';

/** One document version, ready to be searched: immutable once it is stored. */
export interface Segment {
  readonly document_id: string;
  readonly version: number;
  readonly chunks: readonly StoredChunk[];
  readonly postings: Postings;
  /** By vector space; row by row the chunks. */
  readonly vectors: ReadonlyMap<string, QuantisedVectors>;
}

/** @throws RangeError when a space has not exactly one vector per chunk, all of one width */
export function buildSegment(document: IndexedDocument): Segment {
  const { document_id, version, chunks } = document;
  const vectors = Object.entries(document.vectors).map(([spaceId, rows]) => {
    if (rows.length !== chunks.length)
      throw new RangeError(`${rows.length} vectors of ${spaceId} for ${chunks.length} chunks`);
    return [spaceId, quantise(rows, rows[0]?.length ?? 0)] as const;
  });
  return {
    document_id,
    version,
    chunks: chunks.map(({ chunk }) => chunk),
    postings: buildPostings(chunks.map(({ terms }) => terms)),
    vectors: new Map(vectors),
  };
}
