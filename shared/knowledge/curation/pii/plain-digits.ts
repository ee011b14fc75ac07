/**
 * The text with the digits of every script, wide forms and odd dashes and spaces as ASCII, at the same
 * offsets: whoever searches it finds what is meant, where it stands in the original.
 */
export const plainDigits = (text: string): string =>
  text.replaceAll(ODD, (sign) => PLAIN[sign] ?? digitOf(sign));

/** Only what is one UTF-16 unit long, so that nothing moves. */
const ODD =
  /(?![0-9])[\p{Nd}\u00a0\u2007\u2009\u202f\u2010-\u2015\u2212\uff0d\uff0b\uff08\uff09\uff20\uff0e]/gu;

const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\uff0d': '-',
  '\uff0b': '+',
  '\uff08': '(',
  '\uff09': ')',
  '\uff20': '@',
  '\uff0e': '.',
};

/** Digits come in rows of ten in Unicode: the zero of a row is its last digit before nine of them. */
function digitOf(sign: string): string {
  if (sign.length > 1) return sign;
  let value = 0;
  for (let code = sign.charCodeAt(0) - 1; DIGIT.test(String.fromCharCode(code)); code -= 1)
    value += 1;
  return String(value % 10);
}

const DIGIT = /\p{Nd}/u;
