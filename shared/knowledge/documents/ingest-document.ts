import { conclude, settle } from './conclude-document.ts';
import { encodePart } from './document-part.ts';
import { embedChunks } from './embed-chunks.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { findKnownParts, readKnown } from './known-vectors.ts';
import { type ReadDocument, readChunks } from './read-chunks.ts';
import { beginUnits } from './unit-work.ts';
import { nextVersionFolder, partKey, sourceKey } from './version-folder.ts';
import type { WorkContext, WorkingCopy } from './working-copy.ts';

/**
 * Takes a claimed document from its object to search, or to `failed` with the reason. A large one is
 * only prepared: the rest happens unit by unit.
 * @throws DocumentChangedError when object or document are no longer what the claim was about
 */
export const ingestDocument = (deps: IngestDeps, context: WorkContext, copy: WorkingCopy) =>
  settle(deps, copy, async () => {
    const read = await readChunks(deps, context.tenant, copy);
    const isLarge = read.chunks.length > deps.sizes.atOnce;
    await (isLarge ? beginUnits : ingestAtOnce)(deps, context, copy, read);
  });

async function ingestAtOnce(
  deps: IngestDeps,
  { tenant }: WorkContext,
  copy: WorkingCopy,
  { bytes, chunks }: ReadDocument,
): Promise<void> {
  await copy.move('embed');
  const { title, source } = copy.document;
  const folder = nextVersionFolder(tenant, copy.document, chunks);
  const holding = await findKnownParts(deps.versions, tenant, copy.document);
  const known = await readKnown(deps.versions, tenant, title, holding(chunks));
  const part = await embedChunks(deps.embeddings, tenant, { title, chunks }, known);
  await Promise.all([
    deps.versions.put(tenant, sourceKey(folder, source?.etag ?? ''), bytes),
    deps.versions.put(tenant, partKey(folder, 0), encodePart(part)),
  ]);
  await conclude(deps, tenant, copy, { folder, parts: [part] });
}
