import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { NearDuplicate } from '../curation/duplicates/near-duplicate.ts';
import { nearDuplicatesOf, type SketchedDocument } from '../curation/duplicates/near-duplicates.ts';
import type { Document } from './document.ts';
import { readAllDocuments } from './document-store.ts';

/**
 * Documents of the tenant that say nearly the same as this one. They are compared when somebody asks,
 * so that what is deleted or overwritten by then is no duplicate of anything.
 */
export async function findNearDuplicates(
  table: Table,
  tenant: Tenant,
  document: Document,
): Promise<readonly NearDuplicate[]> {
  const [sketched] = sketchesOf([document]);
  if (!sketched) return [];
  return nearDuplicatesOf(sketched, sketchesOf(await readAllDocuments(table, tenant)));
}

/** What is compared of documents that are there and have been read. */
export const sketchesOf = (documents: readonly Document[]): readonly SketchedDocument[] =>
  documents.flatMap(({ document_id, title, state, stored, findings }) =>
    findings && stored && state !== 'deleted' && state !== 'failed'
      ? [{ document_id, title, sketch: findings.sketch }]
      : [],
  );
