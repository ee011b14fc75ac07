import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { VersionNotFoundError } from '../errors.ts';
import type { Document } from './document.ts';
import { objectKeyOf } from './document-key.ts';
import type { DocumentObjects } from './document-objects.ts';
import { getDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';
import { sourceKey } from './version-folder.ts';
import type { VersionObjects } from './version-objects.ts';

export interface RestoreDeps {
  readonly table: Table;
  readonly objects: Pick<DocumentObjects, 'put'>;
  readonly versions: Pick<VersionObjects, 'get'>;
}

/**
 * Puts the file of an earlier version back into the bucket, also of a document that was deleted. What
 * the bucket holds is what search shows, so the rest happens as after any upload; chunks that were
 * indexed before are not embedded again. @throws VersionNotFoundError when it is kept no longer
 */
export async function restoreVersion(
  { table, objects, versions }: RestoreDeps,
  { tenant }: Pick<Caller, 'tenant'>,
  documentId: string,
  version: number,
): Promise<Decision<Document>> {
  const document = await getDocument(table, tenant, documentId);
  const kept = document.versions.find((one) => one.version === version);
  const bytes = kept && (await versions.get(tenant, sourceKey(kept.folder, kept.etag)));
  if (!bytes) throw new VersionNotFoundError();
  const key = objectKeyOf({ tenant, documentId, fileName: kept.file_name });
  await objects.put(tenant, key, bytes);
  return {
    writes: [],
    events: [],
    audit: [{ action: 'document.restored', target: targetOf(document), after: { version } }],
    response: document,
  };
}
