import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { namesAnotherNumber, namesAPhone } from './labels.ts';
import { type PiiFinder, spanOf } from './pii.ts';

/**
 * Telephone numbers of any country: with their country's code, in a form that only they have, or
 * behind a word that announces one. Lengths are held to the numbering plans; whether a number is in
 * use is not asked, because plans keep ranges for examples that documents are full of.
 */
export const findPhones: PiiFinder = (line) =>
  [...line.matchAll(CANDIDATE)].flatMap(({ 0: found, index }) =>
    isPhone(line, index, found) ? [spanOf('phone', index, found)] : [],
  );

/** Digits in groups, with what is written between them; an extension is not part of it. */
const CANDIDATE =
  /(?<![\p{L}\p{M}\p{N}_@#$€£]|[\p{N}][-./,:])(?:\+ ?|00[ -]?(?=[1-9]))?(?:\(\+?\d{1,5}\)[ ./-]{0,2})?\d{1,15}(?:(?:[ ]\/[ ]|[ ]-[ ]|[ ./-]|[ ]?\(\d{1,4}\)[ .-]?)\d{1,15}){0,7}(?![\p{L}\p{M}\p{N}_%€$£]|[.,:/-]\p{N}|:)/gu;

const SHORTEST = 7;
const LONGEST = 15;

function isPhone(line: string, at: number, found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  if (digits.length < SHORTEST || digits.length > LONGEST || DATE.test(found)) return false;
  if (namesAnotherNumber(line, at)) return false;
  if (/^\(?\+|^00/.test(found.trim())) return isInternational(digits);
  if (namesAPhone(line, at)) return isPossibleSomewhere(digits);
  return FORMS.some(({ form, countries }) => form.test(found) && isPossibleIn(digits, countries));
}

/** Also part of a date and a time. */
const DATE =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{4}[./-]\d{1,2})(?:\s|$)|^(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d$/;

const isInternational = (digits: string): boolean =>
  parsePhoneNumberFromString(
    `+${digits.replace(/^00/, '').replace(DOUBLE_TRUNK, '$1')}`,
  )?.isPossible() ?? false;

/** "+44 (0)20 …" says both ways to dial. */
const DOUBLE_TRUNK = /^(44|49|33|31|41|43|32|46|47|61|91|971|966)0(?=\d{8})/;

interface NationalForm {
  readonly form: RegExp;
  readonly countries: readonly CountryCode[];
}

/** Forms that other numbers do not have, and who writes them. */
const FORMS: readonly NationalForm[] = [
  { form: /^(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]?\d{4}$/, countries: ['US'] },
  {
    form: /^(?:1[.-])?[2-9]\d\d([.-])[2-9]\d\d\1\d{4}$|^[2-9]\d\d [2-9]\d\d[ -]\d{4}$/,
    countries: ['US'],
  },
  { form: /^\(\d{2}\) ?9?\d{4}[ -]?\d{4}$/, countries: ['BR', 'MX', 'AU'] },
  {
    form: /^\(0\d{1,4}\)[ ./-]{0,2}\d{2,8}(?:[ -]\d{2,8}){0,3}$/,
    countries: ['DE', 'GB', 'IN', 'SA', 'JP'],
  },
  { form: /^0[1-9](?:([ .-]?)\d{2})(?:\1\d{2}){3}$/, countries: ['FR'] },
  {
    form: /^0\d{2,5}[ /-]{1,3}\d{2,8}(?:[ -]\d{1,8}){0,4}$/,
    countries: ['DE', 'GB', 'IN', 'SA', 'AE', 'AU', 'JP'],
  },
  { form: /^0\d \d{3,4} \d{4}$/, countries: ['AU', 'JP', 'SA', 'AE', 'EG'] },
  { form: /^[6-9]\d{2} \d{2} \d{2} \d{2}$/, countries: ['ES'] },
  { form: /^[6-9]\d{4}[ -]\d{5}$/, countries: ['IN'] },
];

const isPossibleIn = (digits: string, countries: readonly CountryCode[]): boolean =>
  countries.some((country) => parsePhoneNumberFromString(digits, country)?.isPossible() ?? false);

/** Where people of the six languages live. */
const COUNTRIES: readonly CountryCode[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'ES',
  'MX',
  'IN',
  'SA',
  'AE',
  'EG',
  'AT',
  'CH',
  'AR',
  'CO',
  'BR',
  'AU',
  'MA',
];

const isPossibleSomewhere = (digits: string): boolean => isPossibleIn(digits, COUNTRIES);
