import type { VersionRef } from './vector-database.ts';

/** A version as one text without `#` inside its parts, for databases that know records by a name. */
export const versionKey = ({ document_id, version, content }: VersionRef): string =>
  `${encodeURIComponent(document_id)}#${version}#${content}`;

export const recordId = (version: VersionRef, ordinal: number): string =>
  `${versionKey(version)}#${ordinal}`;

/** @throws TypeError for an id that is none of ours */
export function readRecordId(id: string): VersionRef & { readonly ordinal: number } {
  const [document = '', version, content, ordinal, ...rest] = id.split('#');
  if (!content || ordinal === undefined || rest.length > 0)
    throw new TypeError(`${id} is no record of ours`);
  return {
    document_id: decodeURIComponent(document),
    version: Number(version),
    content,
    ordinal: Number(ordinal),
  };
}
