import isCreditCard from 'validator/lib/isCreditCard.js';
import { namesAnotherNumber } from './labels.ts';
import { type PiiFinder, spanOf } from './pii.ts';

/** Numbers of payment cards: an issuer's beginning and length, Luhn's check digit, grouped as on cards. */
export const findCards: PiiFinder = (line) =>
  [...line.matchAll(GROUPED)].flatMap(({ 0: found, index }) =>
    isCreditCard.default(found.replaceAll(/[ .-]/g, '')) && !namesAnotherNumber(line, index)
      ? [spanOf('card', index, found)]
      : [],
  );

const GROUPED =
  /(?<![\w.+-])(?:\d{13,19}|\d{4}([ .-])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ .-])\d{6}\2\d{4,5})(?![-.]?\w)/g;
