import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { ContentType } from '../content-type.ts';
import type { Document, DocumentLabels } from './document.ts';
import { objectKeyOf, safeFileName } from './document-key.ts';
import type { DocumentObjects, UploadTarget } from './document-objects.ts';
import { putDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';
import { newDocument, newDocumentId } from './new-document.ts';

export interface RequestUploadDeps {
  readonly objects: Pick<DocumentObjects, 'presignPut'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface UploadRequest {
  readonly title: string;
  readonly file_name: string;
  readonly content_type: ContentType;
  readonly labels: DocumentLabels;
}

export interface RequestedUpload {
  readonly document: Document;
  readonly upload: UploadTarget;
}

/** Announces a document and says where its file goes; the upload itself sets everything in motion. */
export async function requestUpload(
  { objects, clock, ids }: RequestUploadDeps,
  { tenant, userId }: Caller,
  { title, file_name, content_type, labels }: UploadRequest,
): Promise<Decision<RequestedUpload>> {
  const at = clock.now();
  const document_id = newDocumentId(at, ids.uuid());
  const fileName = safeFileName(file_name);
  const object_key = objectKeyOf({ tenant, documentId: document_id, fileName });
  const document = newDocument(
    {
      document_id,
      title,
      file_name: fileName,
      content_type,
      object_key,
      labels,
      created_by: userId,
    },
    at,
  );
  const upload = await objects.presignPut(tenant, object_key, content_type);
  return {
    writes: [putDocument(document, undefined)],
    events: [],
    audit: [{ action: 'document.announced', target: targetOf(document), after: { title, labels } }],
    response: { document, upload },
  };
}
