import { documentDeletedV1 } from '#events/document-deleted.v1.ts';
import { documentFailedV1 } from '#events/document-failed.v1.ts';
import { documentReadyV1 } from '#events/document-ready.v1.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Document } from './document.ts';

export const documentReady = ({ document_id, title, version, stored }: Document): DomainEvent => ({
  name: documentReadyV1.name,
  data: { document_id, title, version, chunk_count: stored?.chunk_count ?? 0 },
});

export const documentFailed = ({ document_id, title, error }: Document): DomainEvent => ({
  name: documentFailedV1.name,
  data: { document_id, title, reason: error ?? 'The document could not be read' },
});

export const documentDeleted = ({ document_id, title }: Document): DomainEvent => ({
  name: documentDeletedV1.name,
  data: { document_id, title },
});
