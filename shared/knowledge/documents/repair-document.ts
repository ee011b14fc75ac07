import { commit } from '#shared/store/commit.ts';
import { factsOf } from './change-document.ts';
import type { Document } from './document.ts';
import type { DocumentKey } from './document-key.ts';
import { isBeingWorkedOn } from './document-state.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { type WorkContext, WorkingCopy } from './working-copy.ts';

/**
 * Has search show of a document what its manifest says, and nothing of one that has no manifest. Work
 * that is under way ends with that anyway.
 */
export async function relist(
  deps: IngestDeps,
  context: WorkContext,
  { documentId }: DocumentKey,
  document: Document | undefined,
): Promise<void> {
  if (document && isBeingWorkedOn(document.state)) return;
  const isSeen = document?.published && document.stored;
  const writes = isSeen
    ? deps.vectors.publish(isSeen, factsOf(document))
    : deps.vectors.withdraw(documentId);
  if (document)
    return new WorkingCopy(deps, context, document).save(
      { ...document, revision: document.revision + 1 },
      { writes },
    );
  const decision = { writes, events: [], audit: [], response: undefined };
  await commit(deps, { ...context, actor: { id: context.correlationId } }, decision);
}

/** Forgets which file a document was made of, so that the next look at the bucket indexes it again. */
export async function forgetIndex(
  deps: IngestDeps,
  context: WorkContext,
  document: Document | undefined,
): Promise<void> {
  if (document && !isBeingWorkedOn(document.state))
    await new WorkingCopy(deps, context, document).amend({ source: null });
}

/**
 * Deletes an object that a document does not need. Looks again before: the same content may have come
 * back since somebody found the object useless, under the very same name.
 */
export async function freeOrphan(
  deps: IngestDeps,
  { tenant }: DocumentKey,
  document: Document | undefined,
  object: string,
): Promise<void> {
  if (!object.startsWith(`tenants/${tenant}/`)) return;
  if (document && (isBeingWorkedOn(document.state) || needs(document, object))) return;
  await deps.versions.delete(tenant, object);
}

/** Whether an object holds what search shows, what is about to be freed, or what can be restored. */
export const needs = (
  { object_key, stored, retired, versions, work }: Document,
  object: string,
): boolean =>
  [object_key, stored?.object_key, retired?.object_key].includes(object) ||
  [...versions, ...(work ? [work] : [])].some(({ folder }) => object.startsWith(folder));
