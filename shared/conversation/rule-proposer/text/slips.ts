import { distance } from 'fastest-levenshtein';
import type { Grammar } from '../grammar.ts';
import type { Folded } from './fold.ts';

const SHORTEST_WORD = 5;

/**
 * Replaces a misspelt key word ("warehuose") by the word itself. The text may grow or shrink; each new
 * unit points to where the word began, the end to where it ended.
 */
export function correctSlips(folded: Folded, original: string, grammar: Grammar): Folded {
  const units: string[] = [];
  const origin: number[] = [];
  for (const { index, 0: piece } of folded.text.matchAll(/\p{L}[\p{L}\p{M}]*|[^\p{L}]+/gu)) {
    const meant = keyWordFor(piece, original.charAt(folded.origin[index] ?? 0), grammar);
    // Where only the beginning grew ("و" set apart), the rest stays where it was.
    const shift = meant.endsWith(piece.slice(1)) ? meant.length - piece.length : 0;
    for (let at = 0; at < meant.length; at += 1) {
      units.push(meant.charAt(at));
      const inPiece = Math.min(Math.max(0, at - shift), piece.length - 1);
      origin.push(folded.origin[index + inPiece] ?? 0);
    }
  }
  return { text: units.join(''), origin: [...origin, original.length] };
}

const corrections = new WeakMap<Grammar, Map<string, string>>();

function keyWordFor(word: string, firstCharacter: string, grammar: Grammar): string {
  const { meaning, keyWords } = grammar.slips;
  if (Object.hasOwn(meaning, word)) return meaning[word] ?? word;
  if (word.length < SHORTEST_WORD) return swappedWord(word, grammar);
  if (isKnown(word, grammar)) return word;
  // A capital inside a sentence is a name more often than a slip; short words need no such help.
  const isName = firstCharacter !== firstCharacter.toLowerCase() && word.length < 8;
  if (isName) return keyWords.find((key) => isSwapOf(word, key)) ?? word;
  const known = corrections.get(grammar) ?? new Map<string, string>();
  corrections.set(grammar, known);
  const meant =
    known.get(word) ??
    keyWords.find((key) => isSlipOf(word, key)) ??
    keyWordsBySound(grammar).get(soundOf(word, grammar)) ??
    word;
  if (known.size < 1000) known.set(word, meant);
  return meant;
}

/** In a short word only letters in another order are a slip: "nmae". */
const swappedWord = (word: string, { slips: { shortWords = [] } }: Grammar): string =>
  shortWords.find((key) => word.charAt(0) === key.charAt(0) && sameLetters(word, key)) ?? word;

/** A key word, several of one, or a word that only looks like a slip. */
const isKnown = (word: string, { slips: { keyWords, never } }: Grammar): boolean =>
  keyWords.includes(word) || keyWords.includes(word.replace(/s$/, '')) || never.includes(word);

/** One letter off, two neighbours swapped, or two off in a long word; the first letter is right. */
export function isSlipOf(word: string, key: string): boolean {
  if (word.charAt(0) !== key.charAt(0) || Math.abs(word.length - key.length) > 2) return false;
  const edits = distance(word, key);
  return edits === 1 || (edits === 2 && (key.length >= 9 || sameLetters(word, key)));
}

/** All letters are there, the outer two in their places: German writes every noun with a capital. */
const isSwapOf = (word: string, key: string): boolean =>
  word.charAt(0) === key.charAt(0) && word.at(-1) === key.at(-1) && sameLetters(word, key);

/** "Vodega" sounds like "bodega", and is written so by whoever writes as they speak. */
const soundOf = (word: string, { slips: { sounds = [] } }: Grammar): string =>
  sounds.reduce((text, [letters, sound]) => text.replaceAll(letters, sound), word);

const bySound = new WeakMap<Grammar, ReadonlyMap<string, string>>();

function keyWordsBySound(grammar: Grammar): ReadonlyMap<string, string> {
  const known = bySound.get(grammar);
  if (known) return known;
  const { keyWords, sounds } = grammar.slips;
  const heard = sounds ? keyWords.map((key) => [soundOf(key, grammar), key] as const) : [];
  const made = new Map(heard);
  bySound.set(grammar, made);
  return made;
}

const sameLetters = (left: string, right: string): boolean =>
  [...left].toSorted().join('') === [...right].toSorted().join('');
