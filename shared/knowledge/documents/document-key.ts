import { TENANT_PATTERN, type Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

/** Where a document lies in the bucket. */
export interface DocumentKey {
  readonly tenant: Tenant;
  readonly documentId: string;
  readonly fileName: string;
}

/** Ids end up in table keys and paths: nothing that could be read as a separator. */
export const DOCUMENT_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** S3 itself allows 1024 bytes for the whole key. */
const KEY_PATTERN = /^tenants\/([^/]+)\/knowledge\/([^/]+)\/([^/]{1,900})$/u;

export const objectKeyOf = ({ tenant, documentId, fileName }: DocumentKey): string =>
  `tenants/${tenant}/knowledge/${documentId}/${fileName}`;

/**
 * Reads an object's key; undefined for everything that is no document. The prefix is the tenant:
 * only the operator's bucket policy lets anybody write there, so it is as proven as a token.
 */
export function readDocumentKey(key: string): DocumentKey | undefined {
  const [, tenant = '', documentId = '', fileName = ''] = KEY_PATTERN.exec(key) ?? [];
  if (!TENANT_PATTERN.test(tenant) || !DOCUMENT_ID_PATTERN.test(documentId)) return undefined;
  return { tenant: trustedTenant(tenant), documentId, fileName };
}

/** A file name as part of a key: letters and digits of every script, dots, dashes; its ending stays. */
export function safeFileName(fileName: string): string {
  const safe = fileName
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '');
  return safe.slice(-120) || 'document';
}

/** A title for a file that came without one: `night-shift_rules.md` → `night shift rules`. */
export function titleOfFile(fileName: string): string {
  const title = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(title) ? title : fileName;
}
