import type { Document } from './document.ts';

/** How the audit trail names a document. */
export const targetOf = ({ document_id }: Pick<Document, 'document_id'>): string =>
  `document:${document_id}`;
