import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import type { StoredVersion, VectorStore } from '#shared/vectors/vector-store.ts';
import { cutIntoChunks } from '../chunks/cut-into-chunks.ts';
import { contentType, contentTypeOf } from '../content-type.ts';
import { DocumentRejectedError } from '../errors.ts';
import type { DocumentParser } from '../parsing/document-parser.ts';
import { factsOf, replaceStored } from './change-document.ts';
import type { Document } from './document.ts';
import { documentFailed, documentReady } from './document-events.ts';
import type { DocumentObjects } from './document-objects.ts';
import { DocumentChangedError } from './document-store.ts';
import { targetOf } from './document-target.ts';
import { type IndexDeps, indexDocument, refuseUnusable } from './index-document.ts';
import type { WorkContext, WorkingCopy } from './working-copy.ts';

export interface IngestDeps extends CommitDeps, IndexDeps {
  readonly objects: DocumentObjects;
  readonly parsers: Readonly<Record<string, DocumentParser>>;
  readonly vectors: VectorStore;
  /** Whether a curator must look at a document before search may see it. */
  readonly reviewRule: (tenant: Tenant) => Promise<'automatic' | 'required'>;
}

const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;
/** A file that kills its worker is given up after so many attempts. */
const MOST_ATTEMPTS = 3;

/**
 * Takes a claimed document from its object to search, or to `failed` with the reason.
 * @throws DocumentChangedError when object or document are no longer what the claim was about
 */
export async function ingestDocument(deps: IngestDeps, context: WorkContext, copy: WorkingCopy) {
  try {
    const stored = await readAndIndex(deps, context.tenant, copy);
    await conclude(deps, context.tenant, copy, stored);
  } catch (error) {
    if (!(error instanceof DocumentRejectedError)) return giveBack(copy, error);
    await fail(deps, copy, error.message);
  }
}

async function readAndIndex(deps: IngestDeps, tenant: Tenant, copy: WorkingCopy) {
  const parser = parserFor(deps, copy.document);
  const parsed = await parser.parse(await readObject(deps, tenant, copy.document));
  await copy.move('chunk', { page_count: parsed.page_count });
  const chunks = cutIntoChunks(parsed.text);
  await refuseUnusable(deps, tenant, copy.document, chunks.length);
  await copy.move('embed');
  const stored = await indexDocument(deps, tenant, copy.document, chunks);
  await holdToObject(deps, tenant, copy.document);
  return stored;
}

function parserFor({ parsers }: IngestDeps, document: Document): DocumentParser {
  if (document.attempts > MOST_ATTEMPTS)
    throw new DocumentRejectedError('Reading the file failed several times; it may be damaged');
  const declared = contentType.safeParse(document.content_type);
  const type = declared.success ? declared.data : contentTypeOf(document.file_name);
  const parser = type && parsers[type];
  if (!parser)
    throw new DocumentRejectedError('Files of this kind cannot be read; use PDF, Markdown or text');
  return parser;
}

async function readObject({ objects }: IngestDeps, tenant: Tenant, document: Document) {
  const { object_key, source } = document;
  if (!source) throw new DocumentChangedError();
  if (source.size === 0) throw new DocumentRejectedError('The file is empty');
  if (source.size > MAX_DOCUMENT_BYTES)
    throw new DocumentRejectedError('The file is larger than 50 MB');
  const bytes = await objects.get(tenant, object_key, source.etag);
  if (!bytes) throw new DocumentChangedError();
  return bytes;
}

/** What was indexed must still be what the bucket holds, just before search is told of it. */
async function holdToObject({ objects }: IngestDeps, tenant: Tenant, document: Document) {
  const now = await objects.head(tenant, document.object_key);
  if (now?.etag !== document.source?.etag) throw new DocumentChangedError();
}

async function conclude(
  deps: IngestDeps,
  tenant: Tenant,
  copy: WorkingCopy,
  stored: StoredVersion,
): Promise<void> {
  const replaced = replaceStored(copy.document, stored);
  const indexed = { ...replaced, version: stored.version, lease_until: null };
  if ((await deps.reviewRule(tenant)) === 'required')
    return copy.move('submit', { ...indexed, published: false }, (next) => ({
      writes: deps.vectors.withdraw(next.document_id),
      audit: [{ action: 'document.submitted', target: targetOf(next), after: stored }],
    }));
  return copy.move('publish', { ...indexed, published: true }, (next) => ({
    writes: deps.vectors.publish(stored, factsOf(next)),
    events: [documentReady(next)],
    audit: [{ action: 'document.published', target: targetOf(next), after: stored }],
  }));
}

/** The object is not what search shows any more, so what it shows goes too. */
function fail(deps: IngestDeps, copy: WorkingCopy, error: string): Promise<void> {
  const gone = { ...replaceStored(copy.document, null), published: false, lease_until: null };
  return copy.move('fail', { ...gone, error }, (next) => ({
    writes: deps.vectors.withdraw(next.document_id),
    events: [documentFailed(next)],
    audit: [{ action: 'document.failed', target: targetOf(next), after: { error } }],
  }));
}

/**
 * Lets go of the document, so that the next attempt may begin at once; where even that fails, it
 * begins when the lease ends. An object that changed under the worker was no fault of the file.
 */
async function giveBack(copy: WorkingCopy, error: unknown): Promise<never> {
  const change = error instanceof DocumentChangedError ? { attempts: 0 } : {};
  await copy.amend({ ...change, lease_until: null }).catch(() => undefined);
  throw error;
}
