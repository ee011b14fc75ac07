import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Chunk } from '../chunks/chunk.ts';
import type { Document, KeptVersion } from './document.ts';
import { type DocumentPart, decodeHashes, decodePart } from './document-part.ts';
import { hashesKey, partKey } from './version-folder.ts';
import type { VersionObjects } from './version-objects.ts';

/** Vectors of earlier versions, by vector space and hash of the chunk. */
export class KnownVectors {
  readonly #bySpace = new Map<string, Map<string, Float32Array>>();

  find(spaceId: string, hash: string): Float32Array | undefined {
    return this.#bySpace.get(spaceId)?.get(hash);
  }

  add({ chunks, vectors }: DocumentPart): void {
    for (const [spaceId, rows] of vectors) {
      const space = this.#bySpace.get(spaceId) ?? new Map<string, Float32Array>();
      this.#bySpace.set(spaceId, space);
      for (const [at, row] of rows.entries()) {
        const hash = chunks[at]?.hash;
        if (row && hash !== undefined) space.set(hash, row);
      }
    }
  }
}

/** Reads the vectors of these parts. One that was made under another title, or is gone, knows nothing. */
export async function readKnown(
  objects: VersionObjects,
  tenant: Tenant,
  title: string,
  keys: readonly string[],
): Promise<KnownVectors> {
  const known = new KnownVectors();
  for (const key of keys) {
    const bytes = await objects.get(tenant, key);
    const part = bytes && decodePart(bytes);
    if (part?.title === title) known.add(part);
  }
  return known;
}

/** Keys of the parts of earlier versions that may hold vectors of these chunks. */
export type KnownParts = (chunks: readonly Chunk[]) => readonly string[];

/** Where the vectors of earlier versions are: of the last one, and of the one that is being restored. */
export async function findKnownParts(
  objects: VersionObjects,
  tenant: Tenant,
  { versions, source }: Document,
): Promise<KnownParts> {
  const restored = versions.find(({ etag }) => etag === source?.etag);
  const kept = [...new Set([versions.at(-1), restored])].flatMap((version) => version ?? []);
  const each = await Promise.all(kept.map((version) => partsOf(objects, tenant, version)));
  return (chunks) => each.flatMap((holding) => holding(chunks));
}

/** A version of one part needs no look at its hashes: whoever asks reads that part. */
async function partsOf(
  objects: VersionObjects,
  tenant: Tenant,
  { folder, parts }: KeptVersion,
): Promise<KnownParts> {
  if (parts === 1) return () => [partKey(folder, 0)];
  const bytes = await objects.get(tenant, hashesKey(folder));
  const unitOf = new Map(
    (bytes ? decodeHashes(bytes) : []).flatMap((hashes, unit) =>
      hashes.map((hash) => [hash, unit] as const),
    ),
  );
  return (chunks) => {
    const units = new Set(chunks.flatMap(({ hash }) => unitOf.get(hash) ?? []));
    return [...units].map((unit) => partKey(folder, unit));
  };
}
