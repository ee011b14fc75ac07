import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { DocumentNotFoundError } from '../errors.ts';
import { type Document, documentSchema } from './document.ts';

const PARTITION = 'KNOWLEDGE';
const PREFIX = 'DOCUMENT#';
/** How long the trace of a deleted document, or of an upload that never came, is kept. */
const TRACE_DAYS = 30;

const keyOf = (documentId: string) => ({ partition: PARTITION, sort: `${PREFIX}${documentId}` });

/** Somebody else changed the document between reading and writing: read again and decide anew. */
export class DocumentChangedError extends AppError {
  readonly code = 'invalid_state';

  constructor() {
    super('The document was changed at the same time');
  }
}

export async function findDocument(
  table: Table,
  tenant: Tenant,
  documentId: string,
): Promise<Document | undefined> {
  const item = await table.get(tenant, keyOf(documentId));
  return item && toDocument(item);
}

/** @throws DocumentNotFoundError */
export async function getDocument(table: Table, tenant: Tenant, documentId: string) {
  const document = await findDocument(table, tenant, documentId);
  if (!document) throw new DocumentNotFoundError();
  return document;
}

export interface DocumentPage {
  readonly documents: readonly Document[];
  readonly next: string | undefined;
}

/** Documents that are not deleted, by id downwards: ids that we give begin with the time. */
export async function listDocuments(
  table: Table,
  tenant: Tenant,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<DocumentPage> {
  const documents: Document[] = [];
  let position = after;
  do {
    const page = await table.query(tenant, {
      partition: PARTITION,
      sortPrefix: PREFIX,
      descending: true,
      limit: limit - documents.length,
      ...(position !== undefined && { after: position }),
    });
    const found = page.found.map(({ item }) => toDocument(item));
    documents.push(...found.filter(({ state }) => state !== 'deleted'));
    position = page.next;
  } while (position !== undefined && documents.length < limit);
  return { documents, next: position };
}

/** All manifests of a tenant, those of deleted documents too, by id. */
export async function readAllDocuments(table: Table, tenant: Tenant): Promise<readonly Document[]> {
  const documents: Document[] = [];
  let after: string | undefined;
  do {
    const selection = { partition: PARTITION, sortPrefix: PREFIX, ...(after && { after }) };
    const page = await table.query(tenant, selection);
    documents.push(...page.found.map(({ item }) => toDocument(item)));
    after = page.next;
  } while (after);
  return documents;
}

/** Writes a document over the revision that was read; `undefined` where there was none. */
export function putDocument(next: Document, before: Document | undefined): Write {
  const trace = next.state === 'deleted' || next.state === 'queued';
  return {
    action: 'put',
    key: keyOf(next.document_id),
    item: { ...next },
    condition: before ? equals({ revision: before.revision }) : absent,
    refused: () => new DocumentChangedError(),
    ...(trace && { expiresAt: daysAfter(next.updated_at, TRACE_DAYS) }),
  };
}

const toDocument = (item: Item): Document => documentSchema.parse(item);

const daysAfter = (time: string, days: number): string =>
  new Date(Date.parse(time) + days * 86_400_000).toISOString();
