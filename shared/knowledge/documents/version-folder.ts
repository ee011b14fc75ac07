import { createHash } from 'node:crypto';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Chunk } from '../chunks/chunk.ts';
import type { Document } from './document.ts';

/** Below this lies everything that was kept of a tenant's document versions. */
export const versionsPrefix = (tenant: Tenant): string => `tenants/${tenant}/versions/`;

/**
 * Where the objects of the version that comes next lie. It is named by what it holds, so that whoever
 * works on the same content writes the same objects, and nobody else does.
 */
export function nextVersionFolder(
  tenant: Tenant,
  { document_id, version, title }: Document,
  chunks: readonly Chunk[],
): string {
  const hash = createHash('sha256').update(title);
  for (const chunk of chunks) hash.update(chunk.hash);
  return `${versionsPrefix(tenant)}${document_id}/${version + 1}-${hash.digest('hex').slice(0, 16)}/`;
}

/** The file itself, as it was when it was indexed. */
export const sourceKey = (folder: string, etag: string): string => `${folder}${etag}.source`;

/** Chunks of a unit with their vectors. */
export const partKey = (folder: string, unit: number): string => `${folder}${unit}.part`;

/** Below this lies what work in units needs only until it is done. */
export const unitsPrefix = (folder: string): string => `${folder}units/`;

/** Chunks of a unit that wait for their vectors. */
export const unitKey = (folder: string, unit: number): string => `${unitsPrefix(folder)}${unit}`;

/** Hashes of all chunks, part by part: tells which part has a vector that can be used again. */
export const hashesKey = (folder: string): string => `${folder}hashes`;

/** The folder of the version that an object belongs to; undefined where it belongs to none. */
export const folderOf = (key: string): string | undefined =>
  /^tenants\/[^/]+\/versions\/[^/]+\/[^/]+\//.exec(key)?.[0];
