import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Chunk } from '../chunks/chunk.ts';
import { cutIntoChunks } from '../chunks/cut-into-chunks.ts';
import { contentType, contentTypeOf, READABLE_FORMATS } from '../content-type.ts';
import { curate, curatedTitle } from '../curation/curate.ts';
import { DocumentRejectedError } from '../errors.ts';
import type { DocumentParser } from '../parsing/document-parser.ts';
import type { Document } from './document.ts';
import { DocumentChangedError } from './document-store.ts';
import { refuseUnusable } from './index-document.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { WorkingCopy } from './working-copy.ts';

const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;
/** A file that kills its worker is given up after so many attempts. */
const MOST_ATTEMPTS = 3;

/** A document's file, and what is to be found of it. */
export interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly chunks: readonly Chunk[];
}

/**
 * Reads a claimed document's file and cuts its text, step by step.
 * @throws DocumentRejectedError when there is nothing to be had from it
 * @throws DocumentChangedError when the file is no longer the one that was claimed
 */
export async function readChunks(
  deps: IngestDeps,
  tenant: Tenant,
  copy: WorkingCopy,
): Promise<ReadDocument> {
  refuseTooOften(copy.document);
  const parser = parserFor(deps, copy.document);
  const bytes = await readObject(deps, tenant, copy.document);
  const parsed = await parser.parse(bytes);
  const policy = await deps.piiPolicy(tenant);
  const { text, findings } = curate(parsed.text, policy);
  const title = curatedTitle(copy.document.title, policy);
  await copy.move('chunk', { page_count: parsed.page_count, findings, title });
  const chunks = cutIntoChunks(text);
  await refuseUnusable(deps, tenant, copy.document, chunks.length);
  return { bytes, chunks };
}

/** @throws DocumentRejectedError when work on a file began again and again without getting on */
export function refuseTooOften({ attempts }: Document): void {
  if (attempts > MOST_ATTEMPTS)
    throw new DocumentRejectedError('Reading the file failed several times; it may be damaged');
}

function parserFor({ parsers }: IngestDeps, document: Document): DocumentParser {
  const declared = contentType.safeParse(document.content_type);
  const type = declared.success ? declared.data : contentTypeOf(document.file_name);
  const parser = type && parsers[type];
  if (!parser)
    throw new DocumentRejectedError(`Files of this kind cannot be read; use ${READABLE_FORMATS}`);
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
