import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import type { Document, IndexingCounts, KeptVersion } from './document.ts';
import type { CompleteVersion, DocumentPart } from './document-part.ts';
import { unitsPrefix } from './version-folder.ts';

/** Versions of a document that can be restored. */
const KEPT_VERSIONS = 5;

/**
 * Keeps the version that was indexed just now among the last ones; the same file takes its own place.
 * What is given up is left over, and so is what the work in units needed.
 */
export function keepVersion(
  { versions, leftovers, work, source, file_name }: Document,
  { version, chunk_count }: StoredVersion,
  { folder, parts }: CompleteVersion,
  at: Date,
): Pick<Document, 'versions' | 'leftovers'> {
  const { etag = '', size = 0 } = source ?? {};
  const indexed_at = at.toISOString();
  const content = { folder, parts: parts.length, chunk_count, indexed_at };
  const others = versions.filter((kept) => kept.etag !== etag);
  const next: KeptVersion[] = [...others, { version, file_name, etag, size, ...content }];
  const kept = next.slice(-KEPT_VERSIONS);
  const given = versions.filter((one) => !kept.some((other) => other.folder === one.folder));
  return {
    versions: kept,
    leftovers: [
      ...leftovers,
      ...given.map((one) => one.folder),
      ...(work ? [unitsPrefix(folder)] : []),
    ],
  };
}

/** Whether the file that is being worked on is the one that the stored version was made of. */
export const isAsIndexed = ({ versions, stored, source }: Document): boolean =>
  versions.some(({ version, etag }) => version === stored?.version && etag === source?.etag);

export const sumOf = (parts: readonly DocumentPart[]): IndexingCounts => ({
  chunks: total(parts, 'chunks'),
  embedded: total(parts, 'embedded'),
  reused: total(parts, 'reused'),
  tokens: total(parts, 'tokens'),
  cost_microcents: total(parts, 'cost_microcents'),
});

const total = (parts: readonly DocumentPart[], name: keyof IndexingCounts): number =>
  parts.reduce((sum, { counts }) => sum + counts[name], 0);
