import validator from 'validator';
import { type PiiSpan, spansOf } from './pii-span.ts';

/** Addresses, also as "name (at) example (dot) com" and "name [at] example.com". */
export const findEmails = (text: string): PiiSpan[] =>
  spansOf('email', text, LOOKS_LIKE, ({ text: found }) => {
    const address = found.replaceAll(SAID_AT, '@').replaceAll(SAID_DOT, '.');
    return !FILE_NAME.test(address) && validator.isEmail(address, OPTIONS);
  });

const OPTIONS = { allow_utf8_local_part: true, ignore_max_length: false } as const;

/** Bounded in every part, so that a megabyte of one letter is no work. */
const LOOKS_LIKE =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}(?:@|\s?[([{]\s?(?:at|@)\s?[)\]}]\s?)[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?)[\p{L}\p{N}-]{1,63}){1,8}/giu;

const SAID_AT = /\s?[([{]\s?(?:at|@)\s?[)\]}]\s?/gi;
const SAID_DOT = /\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?/gi;

/** "photo@2x.jpg" is an image for a dense screen; no top-level domain is called like these. */
const FILE_NAME =
  /\.(?:jpe?g|png|gif|webp|svg|avif|ico|pdf|docx?|xlsx?|csv|css|js|html?|json|xml|txt)$/i;
