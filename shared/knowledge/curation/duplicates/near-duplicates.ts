import * as z from 'zod';
import { bandsOf, similarityOf } from './sketch.ts';

/** Another document that says nearly the same. Wire shape. */
export const nearDuplicate = z.object({
  document_id: z.string(),
  title: z.string(),
  similarity: z.number().min(0).max(1),
});
export type NearDuplicate = z.infer<typeof nearDuplicate>;

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
const NEAR_DUPLICATE = 0.4;
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

/**
 * How many documents have a near-duplicate among the others. Only those are compared that share two
 * neighbouring bins: of two that are alike by .4, one pair in 80,000 shares none.
 */
export function countNearDuplicates(documents: readonly SketchedDocument[]): number {
  const duplicates = new Set<string>();
  for (const alike of documentsByBand(documents).values())
    for (const [at, one] of alike.entries())
      for (const other of alike.slice(at + 1).filter((another) => isNear(one, another)))
        duplicates.add(one.document_id).add(other.document_id);
  return duplicates.size;
}

function documentsByBand(
  documents: readonly SketchedDocument[],
): ReadonlyMap<string, readonly SketchedDocument[]> {
  const byBand = new Map<string, SketchedDocument[]>();
  for (const document of documents)
    for (const band of bandsOf(document.sketch)) {
      const alike = byBand.get(band) ?? [];
      byBand.set(band, alike);
      alike.push(document);
    }
  return byBand;
}

const isNear = (one: SketchedDocument, other: SketchedDocument): boolean =>
  similarityOf(one.sketch, other.sketch) >= NEAR_DUPLICATE;
