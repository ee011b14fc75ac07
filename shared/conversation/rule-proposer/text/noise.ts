import { findAll, hide, type Reading, type Span } from './reading.ts';

/** In every language: markup, links, mail addresses, and runs of digits as only phones and cards have. */
const UNIVERSAL = [
  /<[^<>]{1,200}>/g,
  /\b(?:https?:\/\/|www\.)\S+/g,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\+?\(?\d{2,5}\)?(?:[ /-]\d{2,5}){2,}/g,
  /\+?\d{8,}/g,
  /\bv?\d+(?:\.\d+){2,}\b/g,
  /\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
] as const;

/** Hides what looks like a fact and is none. */
export function hideNoise(reading: Reading): Reading {
  const quiet = hide(
    reading,
    UNIVERSAL.flatMap((pattern) => spansOf(reading.text, pattern)),
  );
  return hide(quiet, findAll(quiet, quiet.grammar.noise));
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
