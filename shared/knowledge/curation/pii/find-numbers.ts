import { isIP } from 'node:net';
import validator from 'validator';
import { type PiiSpan, spansOf } from './pii-span.ts';

/** Card numbers: the lengths and beginnings that networks issue, with a right check digit (ISO/IEC 7812-1). */
export const findCards = (text: string): PiiSpan[] =>
  spansOf('card', text, CARD, ({ text: found }) =>
    validator.isCreditCard(found.replaceAll(/[ -]/g, '')),
  );

const CARD =
  /(?<![\p{L}\p{N}_.-])(?<!\p{N} )\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}_]|[.-]\p{N}| \p{N})/gu;

/**
 * Numbers of the US Social Security Administration: never an area 000, 666 or above 899, a group 00 or
 * a serial 0000 (ssa.gov/employer/randomization.html). Without dashes only where it is called one.
 */
export const findSocialSecurityNumbers = (text: string): PiiSpan[] =>
  spansOf('ssn', text, SSN, ({ text: found, before }) => {
    const isIssued = ISSUED.test(found.replaceAll(/[ -]/g, ''));
    return isIssued && (/^\d{3}-\d{2}-\d{4}$/.test(found) || CALLED_SSN.test(before));
  });

const SSN =
  /(?<![\p{L}\p{N}_+-])(?<!\p{N}[ .])\d{3}([ -]?)\d{2}\1\d{4}(?![\p{L}\p{N}_]|[.-]\p{N})/gu;
const ISSUED = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;
const CALLED_SSN = /(?:\bssn\b|social security)[^.\n]{0,24}$/i;

/** Addresses of IPv4; a version of something is none. */
export const findIpV4 = (text: string): PiiSpan[] =>
  spansOf('ip', text, V4, ({ text: found, before }) => {
    const isVersion = CALLED_VERSION.test(before);
    return isIP(found) === 4 && !isVersion;
  });

/** Addresses of IPv6, with an IPv4 address at their end or without. */
export const findIpV6 = (text: string): PiiSpan[] =>
  spansOf('ip', text, V6, ({ text: found }) => isIP(found) === 6 && /[0-9]/.test(found));

const V4 = /(?<![\p{L}\p{N}_.-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}_]|\.\p{N})/gu;
const V6 =
  /(?<![\p{L}\p{N}_:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\p{L}\p{N}_:]|\.\p{N})/giu;
const CALLED_VERSION =
  /(?:version|firmware|release|build|\brev\.?|\bv\.?|section|clause|kapitel|abschnitt|article|\boid\b)\s*$/iu;
