import type { Grammar } from '../grammar.ts';
import { foldText } from '../text/fold.ts';
import { patternOf } from '../text/pattern.ts';
import type { Reading, Span } from '../text/reading.ts';

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  "'": "'",
};

/** Where a name begins at an offset of the original: in quotes, in capitals, or in a few plain words. */
export function nameAt(reading: Reading, offset: number): Span | null {
  const start = offset + leadLength(reading, reading.original.slice(offset));
  const quoted = quotedName(reading.original, start);
  if (quoted) return quoted;
  const words = wordsFrom(reading.original, start);
  const end = nameEnd(reading, words);
  return end > start ? { start, end } : null;
}

/** Marks before a name, and the "d'" of "le nom d'Atrium Est" where the language has one. */
function leadLength({ grammar }: Reading, rest: string): number {
  const elides = grammar.siteName.connectors.includes("d'");
  const lead = elides ? /^[\s:=-]*(?:d['’](?=\p{Lu}))?/u : /^[\s:=-]*/;
  return lead.exec(rest)?.[0].length ?? 0;
}

/** The capitalised words, or the quoted ones, that end at an offset of the original. */
export function nameBefore(reading: Reading, offset: number): Span | null {
  const before = reading.original.slice(0, offset).replace(/[\s,:]+$/u, '');
  const quoted = /["“„«]([^"”“»\n]{1,80})["”“»]$/u.exec(before);
  if (quoted) return trimmed(before, { start: quoted.index + 1, end: before.length - 1 });
  const { endWords, sentenceStarts } = reading.grammar.siteName;
  // The capital of "It's" is that of its sentence.
  const opens = (text: string) => [...endWords, ...sentenceStarts].includes(foldText(text));
  const words = capitalsAtEnd(reading, before);
  const first = words.find(({ text }) => isCapital(text) && !opens(text));
  return first ? { start: first.start, end: before.length } : null;
}

const LONGEST_PLAIN_NAME_WORDS = 4;

/** The words of a clause that end at an offset of the original, back to one that no name has. */
export function wordsBefore({ original, grammar }: Reading, offset: number): Span | null {
  const before = original.slice(0, offset).trimEnd();
  const clause = /[^\s,.;:!?،؛؟।()"“”«»][^,.;:!?،؛؟।()"“”«»\n]*$/u.exec(before);
  if (!clause) return null;
  const { endWords, sentenceStarts } = grammar.siteName;
  const words = Array.from(clause[0].matchAll(/\S+/gu), ({ index, 0: text }) => ({
    text: foldText(text),
    start: clause.index + index,
  }));
  const ends = words.findLastIndex(({ text }) => [...endWords, ...sentenceStarts].includes(text));
  const name = words.slice(ends + 1);
  const [first] = name;
  if (!first || name.length > LONGEST_PLAIN_NAME_WORDS) return null;
  return { start: first.start, end: before.length };
}

/** The capitalised words that a text ends with, and small ones between them, none with a mark behind it. */
function capitalsAtEnd({ grammar }: Reading, text: string): (Span & { text: string })[] {
  const { connectors } = grammar.siteName;
  const words = Array.from(text.matchAll(/[^\s,.;:!?()]+/gu), ({ index, 0: word }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const ends = words.findLastIndex(({ text: word, end }, index) => {
    const isNamed = isCapital(word) || connectors.includes(foldText(word));
    return !isNamed || /\S/.test(text.slice(end, words[index + 1]?.start));
  });
  return words.slice(ends + 1);
}

function quotedName(text: string, start: number): Span | null {
  const closing = QUOTES[text.charAt(start)];
  if (!closing) return null;
  const rest = text.slice(start + 1);
  const end = rest.search(
    new RegExp(`[${closing}${closing === '“' ? '”"' : ''}](?![\\p{L}\\p{N}])`, 'u'),
  );
  return end > 0 ? trimmed(text, { start: start + 1, end: start + 1 + end }) : null;
}

interface NameWord extends Span {
  readonly text: string;
  /** Ends with a mark that ends the name as well. */
  readonly last: boolean;
}

function wordsFrom(text: string, start: number): NameWord[] {
  return Array.from(text.slice(start).matchAll(/\S+/gu), ({ index, 0: word }) => ({
    text: word.replace(/[.,;:!?)"”،؛؟।]+$/u, ''),
    start: start + index,
    end: start + index + word.replace(/[.,;:!?)"”،؛؟।]+$/u, '').length,
    last: /[.,;:!?)"”،؛؟।]$/u.test(word),
  }));
}

/** In scripts with capitals a name is its capitalised words; in others, and in lower case, it runs to an end word. */
function nameEnd(reading: Reading, words: readonly NameWord[]): number {
  const first = words[0];
  if (!first) return 0;
  const belongs = isCapital(first.text) ? capitalised(reading) : plain(reading);
  let end = 0;
  for (const [index, word] of words.entries()) {
    if (!belongs(word, index, words)) break;
    end = word.end;
    if (word.last && !isAbbreviation(reading, word)) break;
    if (/\n/.test(reading.original.slice(word.end, words[index + 1]?.start))) break;
  }
  return end;
}

type Belongs = (word: NameWord, index: number, words: readonly NameWord[]) => boolean;

/** "d'Or" begins with its capital as well. */
export const isCapital = (word: string): boolean => /^(?:[dl]['’])?[\p{Lu}\p{Lt}\d]/u.test(word);

/** A small word stays inside when a capitalised one follows: "House of Fern", "Fern & Fable". */
const capitalised =
  ({ grammar }: Reading): Belongs =>
  ({ text }, index, words) => {
    const { endWords, capitalEndWords = endWords } = grammar.siteName;
    if (isCapital(text) && !isEndWord(capitalEndWords, text, index)) return true;
    const connects = (word: string) => grammar.siteName.connectors.includes(foldText(word));
    const [next = '', behind = ''] = words
      .slice(index)
      .map((word) => word.text)
      .filter((word) => !connects(word));
    const names = (word: string) =>
      isCapital(word) && !/^\d/.test(word) && !isEndWord(capitalEndWords, word, 1);
    // "North Dock for 120 people": behind a small word a number counts something, but not in "des 3 Fontaines".
    const counts = /^\d+$/.test(next) && (!names(behind) || isPerson(grammar, behind));
    const nextIsName = names(next) || (/^\d+$/.test(next) && !counts);
    return index > 0 && connects(text) && nextIsName;
  };

/** Some write people with a capital: "Lager Nord mit 40 Mitarbeitern". */
const isPerson = (grammar: Grammar, word: string): boolean =>
  ['people', 'helpers'].some((list) =>
    (grammar.words[list] ?? []).some((one) => foldText(word).search(patternOf(grammar, one)) >= 0),
  );

const LONGEST_PLAIN_NAME = 6;

const plain =
  ({ grammar }: Reading): Belongs =>
  ({ text }, index) =>
    index < LONGEST_PLAIN_NAME && !isEndWord(grammar.siteName.endWords, text, index);

/** "I" and "We" are capitals of a sentence; as the first word of a name anything goes. */
const isEndWord = (endWords: readonly string[], word: string, index: number): boolean =>
  index > 0 && (endWords.includes(foldText(word)) || /^-+$/.test(foldText(word)));

const isAbbreviation = ({ grammar }: Reading, { text }: NameWord): boolean =>
  grammar.siteName.abbreviations.includes(foldText(text));

export function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  return {
    start: start + (piece.length - piece.trimStart().length),
    end: end - (piece.length - piece.trimEnd().length),
  };
}
