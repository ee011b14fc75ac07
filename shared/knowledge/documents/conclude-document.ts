import type { Tenant } from '#shared/runtime/tenant.ts';
import { DocumentRejectedError } from '../errors.ts';
import { abandonWork, factsOf, replaceStored } from './change-document.ts';
import type { Document } from './document.ts';
import { documentFailed, documentReady } from './document-events.ts';
import type { CompleteVersion } from './document-part.ts';
import { isBeingWorkedOn } from './document-state.ts';
import { DocumentChangedError, findDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';
import { spacesOf, stageVersion } from './index-document.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { isAsIndexed, keepVersion, sumOf } from './kept-version.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * Stores a complete version and has search see it, or a curator look at it first.
 * @throws DocumentChangedError when the bucket holds another file by now
 */
export async function conclude(
  deps: IngestDeps,
  tenant: Tenant,
  copy: WorkingCopy,
  version: CompleteVersion,
): Promise<void> {
  const stored = await stageVersion(deps, tenant, copy.document, version.parts);
  await holdToObject(deps, tenant, copy.document);
  const known = isAsIndexed(copy.document);
  const indexed = {
    ...replaceStored(copy.document, stored),
    ...keepVersion(copy.document, stored, version, deps.clock.now()),
    indexing: sumOf(version.parts),
    spaces: spacesOf(version.parts),
    version: stored.version,
    lease_until: null,
    attempts: 0,
    work: null,
  };
  const isSeen = known && copy.document.published;
  if (!isSeen && (await deps.reviewRule(tenant)) === 'required')
    return copy.move('submit', { ...indexed, published: false }, (next) => ({
      writes: deps.vectors.withdraw(next.document_id),
      audit: [{ action: 'document.submitted', target: targetOf(next), after: stored }],
    }));
  return copy.move('publish', { ...indexed, published: true }, (next) => ({
    writes: deps.vectors.publish(stored, factsOf(next)),
    // The same file with more vectors is no news.
    events: isSeen ? [] : [documentReady(next)],
    audit: [{ action: 'document.published', target: targetOf(next), after: stored }],
  }));
}

/** What was indexed must still be what the bucket holds, just before search is told of it. */
async function holdToObject({ objects }: IngestDeps, tenant: Tenant, document: Document) {
  const now = await objects.head(tenant, document.object_key);
  if (now?.etag !== document.source?.etag) throw new DocumentChangedError();
}

/** Does work on a document that ends well, in `failed` with a reason, or is left to the next attempt. */
export async function settle(
  deps: IngestDeps,
  copy: WorkingCopy,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DocumentRejectedError)) return giveBack(deps, copy, error);
    await fail(deps, copy, error.message);
  }
}

/** The object is not what search shows any more, so what it shows goes too. */
function fail(deps: IngestDeps, copy: WorkingCopy, error: string): Promise<void> {
  const gone = {
    ...replaceStored(copy.document, null),
    ...abandonWork(copy.document),
    spaces: { has: [], lacks: [] },
    published: false,
    lease_until: null,
  };
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
async function giveBack(deps: IngestDeps, copy: WorkingCopy, error: unknown): Promise<never> {
  const change = error instanceof DocumentChangedError ? { attempts: 0 } : {};
  await release(deps, copy, change).catch(() => undefined);
  throw error;
}

/** Somebody may have changed the document meanwhile: the lease is ours as long as it is the same. */
async function release({ table }: IngestDeps, copy: WorkingCopy, change: Partial<Document>) {
  const { document_id, lease_until } = copy.document;
  const now = await findDocument(table, copy.tenant, document_id);
  if (now?.lease_until !== lease_until || !isBeingWorkedOn(now.state)) return;
  await copy.on(now).amend({ ...change, lease_until: null });
}
