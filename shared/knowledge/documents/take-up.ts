import { continueDocument } from './continue-document.ts';
import type { DocumentKey } from './document-key.ts';
import { findDocument } from './document-store.ts';
import { followObject } from './follow-object.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { IngestMessage } from './ingest-queue.ts';
import { forgetIndex, freeOrphan, relist } from './repair-document.ts';

/** Correlates what was done because somebody compared, not because something changed. */
const RECONCILER = 'reconcile';

/** Does what a message of our own asks for, then looks at the bucket. Safe to repeat. */
export async function takeUp(
  deps: IngestDeps,
  key: DocumentKey,
  message: IngestMessage,
): Promise<string> {
  if (message.kind === 'unit') return continueDocument(deps, key, message, message.folder);
  if (message.kind === 'look')
    return followObject(deps, key, RECONCILER, { completing: message.complete });
  const document = await findDocument(deps.table, key.tenant, key.documentId);
  const context = { tenant: key.tenant, correlationId: RECONCILER };
  if (message.kind === 'relist') await relist(deps, context, key, document);
  if (message.kind === 'free') await freeOrphan(deps, key, document, message.object);
  if (message.kind === 'reindex') await forgetIndex(deps, context, document);
  return followObject(deps, key, RECONCILER);
}
