import { createHash } from 'node:crypto';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Chunk } from '../chunks/chunk.ts';
import type { Document } from './document.ts';

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
  const content = hash.digest('hex').slice(0, 16);
  return `tenants/${tenant}/versions/${document_id}/${version + 1}-${content}/`;
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
