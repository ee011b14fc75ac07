import type { Tenant } from '#shared/runtime/tenant.ts';
import { settle } from './conclude-document.ts';
import type { Document } from './document.ts';
import type { DocumentKey } from './document-key.ts';
import { decodeUnit, encodePart } from './document-part.ts';
import { DocumentChangedError, findDocument } from './document-store.ts';
import { embedChunks } from './embed-chunks.ts';
import { followObject } from './follow-object.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { readKnown } from './known-vectors.ts';
import type { Step } from './next-step.ts';
import { concludeUnits, missingUnits } from './unit-work.ts';
import { partKey, unitKey } from './version-folder.ts';
import { type WorkContext, WorkingCopy } from './working-copy.ts';

/** One unit of the work on a large document, as its message names it. */
export interface UnitToDo {
  readonly folder: string;
  readonly unit: number;
}

/**
 * Embeds one unit and keeps it as a part; whoever finds all parts there concludes the document. Safe
 * to repeat: a part that is there is not made again, and work that was given up is left alone.
 */
export async function continueDocument(
  deps: IngestDeps,
  key: DocumentKey,
  todo: UnitToDo,
  correlationId: string,
): Promise<Step | 'unit'> {
  const context = { tenant: key.tenant, correlationId };
  const document = await findDocument(deps.table, key.tenant, key.documentId);
  if (document?.work?.folder !== todo.folder) return 'none';
  const missing = await missingUnits(deps, key.tenant, document.work);
  if (missing.includes(todo.unit)) await embedUnit(deps, key.tenant, todo);
  // Of units that end at the same moment, the one that looks last sees the parts of all.
  if ((await missingUnits(deps, key.tenant, document.work)).length > 0) return 'unit';
  await finish(deps, context, document).catch(unlessChanged);
  return followObject(deps, key, correlationId);
}

async function embedUnit(deps: IngestDeps, tenant: Tenant, { folder, unit }: UnitToDo) {
  const waiting = await deps.versions.get(tenant, unitKey(folder, unit));
  if (!waiting) return;
  const { title, chunks, known } = decodeUnit(waiting);
  const vectors = await readKnown(deps.versions, tenant, title, known);
  const part = await embedChunks(deps.embeddings, tenant, { title, chunks }, vectors);
  await deps.versions.put(tenant, partKey(folder, unit), encodePart(part));
}

async function finish(deps: IngestDeps, context: WorkContext, document: Document): Promise<void> {
  const { work } = document;
  if (!work) return;
  const copy = new WorkingCopy(deps, context, document);
  await settle(deps, copy, () => concludeUnits(deps, context.tenant, copy, work));
}

/** Somebody else was faster, or the file is another by now: a look at the bucket tells. */
function unlessChanged(error: unknown): void {
  if (!(error instanceof DocumentChangedError)) throw error;
}
