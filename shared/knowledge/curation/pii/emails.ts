import isEmail from 'validator/lib/isEmail.js';
import { type PiiFinder, spanOf } from './pii.ts';

/** Addresses as they are written, and as they are written to hide them: `desk [at] example [dot] com`. */
export const findEmails: PiiFinder = (line) =>
  [...candidatesIn(line)].flatMap(({ 0: found, index }) => {
    const address = toAddress(found);
    const [, domain = ''] = address.split('@');
    const isFile = FILE_ENDING.test(domain);
    return isEmail.default(address) && !isFile ? [spanOf('email', index, found)] : [];
  });

function* candidatesIn(line: string) {
  if (line.includes('@') || line.includes('%40')) yield* line.matchAll(WRITTEN);
  if (HIDING.test(line)) yield* line.matchAll(HIDDEN);
}

// Bounded as addresses are, so that no line takes long; a letter before one would make it longer.
const LOCAL = String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._+'-]{0,62}[\p{L}\p{M}\p{N}_+-])?`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const WRITTEN = new RegExp(
  `${LOCAL}(?:@|%40)(?:${LABEL}\\.){1,6}\\p{L}[\\p{L}\\p{M}\\p{N}-]{1,23}`,
  'giu',
);

const AT_WORDS = 'at|ät|arroba|arobase';
const DOT_WORDS = 'dot|punkt|punto|point';
const BRACKETED = (words: string) => String.raw`\s{0,2}[[({<]\s?(?:${words})\s?[\])}>]\s{0,2}`;
const HIDING = new RegExp(`${BRACKETED(AT_WORDS)}|\\sat\\s.{1,64}\\sdot\\s`, 'iu');
const AT = `(?:${BRACKETED(AT_WORDS)}|\\sat\\s)`;
const DOT = `(?:${BRACKETED(DOT_WORDS)}|\\sdot\\s)`;
/** A bare "at" hides an address only where a dot is spelled as well; in brackets it always does. */
const HIDDEN = new RegExp(
  `${LOCAL}(?:${AT}${LABEL}(?:(?:${DOT}|\\.)${LABEL}){0,3}${DOT}\\p{L}{2,24}|${BRACKETED(AT_WORDS)}(?:${LABEL}\\.){1,4}\\p{L}{2,24})`,
  'giu',
);

const toAddress = (found: string): string =>
  found
    .replace('%40', '@')
    .replace(new RegExp(AT, 'giu'), '@')
    .replace(new RegExp(DOT, 'giu'), '.');

/** `photo@2x.jpg` is a file. */
const FILE_ENDING =
  /\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|pdf|css|s?css|m?[jt]sx?|json|html?|xml|ya?ml|md|txt|docx?|xlsx?|mp[34]|zip|gz)$/i;
