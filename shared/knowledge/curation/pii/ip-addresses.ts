import { isIPv4, isIPv6 } from 'node:net';
import { namesAVersion } from './labels.ts';
import { type PiiFinder, spanOf } from './pii.ts';

/** Addresses of both versions; version numbers of four parts are none where they are called so. */
export const findIpAddresses: PiiFinder = (line) => [
  ...[...line.matchAll(VERSION_4)].flatMap(({ 0: found, index }) =>
    isIPv4(found) && !namesAVersion(line, index) ? [spanOf('ip', index, found)] : [],
  ),
  ...(line.includes(':') ? [...line.matchAll(VERSION_6)] : []).flatMap(({ 0: found, index }) =>
    isIPv6(found) && isNoName(found) ? [spanOf('ip', index, found)] : [],
  ),
];

const VERSION_4 = /(?<![\w.:-])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d|\.?\w)/g;
/** A full stop or colon behind an address is of the sentence. */
const VERSION_6 =
  /(?<![\w.:])[\da-f]{0,4}:[\da-f:]{1,40}(?:(?:\.?\d{1,3}){4})?(?<!(?<!:):)(?![\w:])/gi;

/** `add::face` is of a program. */
const isNoName = (found: string): boolean => /\d/.test(found) || found.split(':').length > 4;
