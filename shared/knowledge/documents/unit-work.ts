import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Chunk } from '../chunks/chunk.ts';
import { secondsAfter } from './change-document.ts';
import { conclude, settle } from './conclude-document.ts';
import type { UnitWork } from './document.ts';
import { type DocumentPart, decodePart, encodeHashes, encodeUnit } from './document-part.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { IngestMessage } from './ingest-queue.ts';
import { findKnownParts } from './known-vectors.ts';
import { type ReadDocument, refuseTooOften } from './read-chunks.ts';
import { hashesKey, nextVersionFolder, partKey, sourceKey, unitKey } from './version-folder.ts';
import type { WorkContext, WorkingCopy } from './working-copy.ts';

/**
 * How long units are left to themselves. Shorter than a message stays invisible, so that the message
 * of a worker that died before it had told anybody about its units finds them waiting.
 */
const UNITS_LEASE_SECONDS = 600;

/**
 * Prepares a large document: its chunks lie in storage unit by unit before the manifest says so, and
 * a message goes out for each. From here on nothing has to be read from the file again.
 */
export async function beginUnits(
  deps: IngestDeps,
  { tenant }: WorkContext,
  copy: WorkingCopy,
  { bytes, chunks }: ReadDocument,
): Promise<void> {
  const { title, source } = copy.document;
  const folder = nextVersionFolder(tenant, copy.document, chunks);
  const holding = await findKnownParts(deps.versions, tenant, copy.document);
  const units = inUnits(chunks, deps.sizes.unit);
  const hashes = encodeHashes(units.map((own) => own.map(({ hash }) => hash)));
  await Promise.all([
    deps.versions.put(tenant, sourceKey(folder, source?.etag ?? ''), bytes),
    deps.versions.put(tenant, hashesKey(folder), hashes),
    ...units.map((own, unit) => {
      const waiting = encodeUnit({ title, chunks: own, known: holding(own) });
      return deps.versions.put(tenant, unitKey(folder, unit), waiting);
    }),
  ]);
  const work = { folder, units: units.length, chunk_count: chunks.length, done: 0 };
  const lease_until = secondsAfter(deps.clock.now(), UNITS_LEASE_SECONDS);
  await copy.move('embed', { work, lease_until });
  await deps.queue.send(messagesFor(copy, work, allOf(work)));
}

/** Looks after units whose lease has ended: those that are missing are asked for once more. */
export const resumeUnits = (deps: IngestDeps, { tenant }: WorkContext, copy: WorkingCopy) =>
  settle(deps, copy, async () => {
    const { work, attempts } = copy.document;
    if (!work) return;
    const missing = await missingUnits(deps, tenant, work);
    const done = work.units - missing.length;
    const lease_until = secondsAfter(deps.clock.now(), UNITS_LEASE_SECONDS);
    const tried = done > work.done ? 1 : attempts + 1;
    await copy.amend({ lease_until, attempts: tried, work: { ...work, done } });
    refuseTooOften(copy.document);
    if (missing.length === 0) await concludeUnits(deps, tenant, copy, work);
    else await deps.queue.send(messagesFor(copy, work, missing));
  });

/** Units of which there is no part yet. */
export async function missingUnits(
  { versions }: Pick<IngestDeps, 'versions'>,
  tenant: Tenant,
  work: UnitWork,
): Promise<readonly number[]> {
  const keys = new Set(await versions.keys(tenant, work.folder));
  return allOf(work).filter((unit) => !keys.has(partKey(work.folder, unit)));
}

/** Puts all parts together, whoever finds that none is missing. */
export async function concludeUnits(
  deps: IngestDeps,
  tenant: Tenant,
  copy: WorkingCopy,
  work: UnitWork,
): Promise<void> {
  const parts: DocumentPart[] = [];
  for (const unit of allOf(work)) {
    const bytes = await deps.versions.get(tenant, partKey(work.folder, unit));
    // Freed under our hands: the document has gone on without us.
    if (!bytes) return;
    parts.push(decodePart(bytes));
  }
  await conclude(deps, tenant, copy, { folder: work.folder, parts });
}

const allOf = ({ units }: UnitWork): readonly number[] =>
  Array.from({ length: units }, (_, unit) => unit);

const messagesFor = (
  { document }: WorkingCopy,
  { folder }: UnitWork,
  units: readonly number[],
): readonly IngestMessage[] =>
  units.map((unit) => ({ kind: 'unit', key: document.object_key, folder, unit }));

function inUnits(chunks: readonly Chunk[], size: number): readonly (readonly Chunk[])[] {
  const units: (readonly Chunk[])[] = [];
  for (let at = 0; at < chunks.length; at += size) units.push(chunks.slice(at, at + size));
  return units;
}
