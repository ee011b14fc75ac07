import { NEAR_DUPLICATE, type SketchedDocument } from './near-duplicates.ts';
import { bandsOf, similarityOf } from './sketch.ts';

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
