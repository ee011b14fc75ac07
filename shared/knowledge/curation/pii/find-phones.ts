import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Candidate, type PiiSpan, spansOf } from './pii-span.ts';

/**
 * Phone numbers: what the numbering plans say is one, of its own country where it begins with one, else
 * of those where the text's language is spoken. A number that is called a phone number need only have
 * the right length: ranges that plans keep free are used in examples.
 */
export function findPhones(text: string, language?: string): PiiSpan[] {
  const countries = countriesOf(language);
  return spansOf('phone', text, LOOKS_LIKE, (candidate) => isPhone(candidate, countries));
}

/** Digits in groups, from seven to fifteen of them; what stands around must not go on with digits. */
const LOOKS_LIKE =
  /(?<![\p{L}\p{N}_#+-])(?<!\p{N}[ .,:/])(?:\+|00)?(?:\(\+?\d{1,5}\)|\d)(?:[ ./-]{0,2}(?:\(\d{1,5}\)|\d)){6,14}(?![\p{L}\p{N}_]|[.,:/-]\p{N})/gu;

function isPhone({ text, before }: Candidate, countries: readonly CountryCode[]): boolean {
  const isCalledOne = CALLED_PHONE.test(before);
  if (CALLED_OTHERWISE.test(before) && !isCalledOne) return false;
  return countries.some((country) => {
    const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
    if (isCalledOne) return number?.isPossible() ?? false;
    const isWrittenSo = looksDialled(text) || number?.formatNational() === text;
    return isWrittenSo && (number?.isValid() ?? false);
  });
}

/** Nobody writes a quantity with a plus, brackets, a trunk zero and gaps, or in American groups. */
const looksDialled = (text: string): boolean =>
  /^(?:\+|00)[\d ()./-]+$/.test(text) ||
  /^\(\d{2,5}\)/.test(text) ||
  (/^0\d/.test(text) && /[ /-]/.test(text)) ||
  /^(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(text) ||
  /^[6-9]\d{4} \d{5}$/.test(text);

const CALLED_PHONE =
  /(?:phone|\btel\b|\btél\b|\bt[eé]l[eé]f|telefon|handy|mobil|\bcell\b|\bfax\b|\bcall\b|\bdial\b|\bring\b|whats ?app|\bsms\b|hot ?line|help ?line|durchwahl|\bruf\b|appel|portable|llam|móvil|celular|फ़ोन|फोन|मोबाइल|दूरभाष|कॉल|هاتف|جوال|موبايل|اتصل|تلفون|☎|📞)[^.\n]{0,24}$/iu;

const CALLED_OTHERWISE =
  /(?:\bimei\b|serial|invoice|order|part|ticket|account|\bref\b|\biban\b|\bvat\b|\bisbn\b|version|\brev\b|\bsku\b|model|rechnung|bestell|konto|artikel|facture|commande|compte|pedido|factura|cuenta|number of|\bno\.?|\bnr\.?|№)[^.\n]{0,12}$/iu;

const BY_LANGUAGE: Readonly<Record<string, readonly CountryCode[]>> = {
  en: ['US', 'GB', 'AU', 'IN', 'IE', 'ZA'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE'],
  fr: ['FR', 'BE', 'CH', 'CA'],
  de: ['DE', 'AT', 'CH'],
  hi: ['IN'],
  ar: ['SA', 'AE', 'EG', 'JO', 'MA', 'QA', 'KW'],
};
const SPOKEN: readonly CountryCode[] = ['US', 'GB', 'DE', 'FR', 'ES', 'IN', 'SA'];

const countriesOf = (language: string | undefined): readonly CountryCode[] => [
  ...new Set([...(BY_LANGUAGE[language?.slice(0, 2).toLowerCase() ?? ''] ?? []), ...SPOKEN]),
];
