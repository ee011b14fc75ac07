import type { NearDuplicate } from './near-duplicate.ts';
import { similarityOf } from './sketch.ts';

export interface SketchedDocument {
  readonly document_id: string;
  readonly title: string;
  readonly sketch: string;
}

/**
 * The share of common shingles from which documents are shown to curators as near-duplicates. On three
 * public sets a copy in which every tenth word is another has .56, every twentieth .73 (medians), and
 * texts that are different have .07 at most.
 */
export const NEAR_DUPLICATE = 0.4;
const MOST_SHOWN = 10;

/** Documents that are nearly the same as this one, the likest first. */
export const nearDuplicatesOf = (
  document: SketchedDocument,
  others: readonly SketchedDocument[],
): readonly NearDuplicate[] =>
  others
    .filter(({ document_id }) => document_id !== document.document_id)
    .map(({ document_id, title, sketch }) => ({
      document_id,
      title,
      similarity: similarityOf(document.sketch, sketch),
    }))
    .filter(({ similarity }) => similarity >= NEAR_DUPLICATE)
    .toSorted((left, right) => right.similarity - left.similarity)
    .slice(0, MOST_SHOWN);
