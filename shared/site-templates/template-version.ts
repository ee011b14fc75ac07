import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SiteTemplate } from './site-template.ts';

/** SHA-256, as 64 hexadecimal digits, of the template's canonical JSON (RFC 8785). */
export function versionOf(template: SiteTemplate): string {
  const text = canonicalize(template) ?? '';
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
