import { createHash } from 'node:crypto';
import type { SiteType } from '#shared/facility/values.ts';
import { SITE_TYPE_DEFAULTS } from './site-type-defaults.ts';

/** RFC 4648 base32: nothing in it is mistaken for another character on a badge but O and I, which read fine. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SUFFIX_LENGTH = 5;

/**
 * Code of the site a session drafts: the type's prefix and five characters of the session id's
 * SHA-256, so that drafting twice names the same site and two sessions hardly ever meet (1 in 33 million).
 */
export const siteCodeOf = (siteType: SiteType, sessionId: string): string =>
  SITE_TYPE_DEFAULTS[siteType].codePrefix + base32Digest(sessionId, SUFFIX_LENGTH);

/** The first characters of a text's SHA-256, five bits of a byte each. */
export function base32Digest(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return Array.from(digest.subarray(0, length), (byte) => BASE32.charAt(byte & 31)).join('');
}
