import { findAll, hide, type Reading, type Span } from './reading.ts';

/** In every language: links, mail addresses, and runs of digits as only phones and cards have. */
const UNIVERSAL = [
  /\b(?:https?:\/\/|www\.)\S+/g,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\+?\(?\d{2,5}\)?(?:[ /-]\d{2,5}){2,}/g,
  /\+?\d{8,}/g,
  /\bv?\d+(?:\.\d+){2,}\b/g,
  /\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
] as const;

const MARKUP = /<[^<>]{1,200}>|&(?:nbsp|#160|amp);/g;

/** Hides what looks like a fact and is none. */
export function hideNoise(reading: Reading): Reading {
  const plain = withoutMarkup(reading);
  const quiet = hide(
    plain,
    UNIVERSAL.flatMap((pattern) => spansOf(plain.text, pattern)),
  );
  return hide(quiet, findAll(quiet, quiet.grammar.noise));
}

/** "<b>48</b> people": what is left of markup is white space, so that the words around it stay together. */
const withoutMarkup = (reading: Reading): Reading => ({
  ...reading,
  text: reading.text
    .replaceAll(MARKUP, (tag) => ' '.repeat(tag.length))
    .replaceAll(/&[mn]dash;/g, '-      '),
});

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
