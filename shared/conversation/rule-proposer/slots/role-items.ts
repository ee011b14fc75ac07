import { staffRoleCode } from '#shared/facility/values.ts';
import { anyOf } from '../text/pattern.ts';
import { originalSpan, type Reading, type Span } from '../text/reading.ts';

/** One item of an enumeration of roles. */
export interface RoleItem extends Span {
  /** Null where the words cannot be a role. */
  readonly code: string | null;
  /** Whether it is a role that the language knows, or a code as codes are written. */
  readonly known: boolean;
  /** Joined by an "and": the end of a list. */
  readonly joined: boolean;
  /** Nothing stands there, or something that was read before. */
  readonly blank: boolean;
}

const MARKS = /[,;/&+.!?\n:()،؛।]/;

/** What stands between the marks and the "and"s of a piece. */
export function roleItems(reading: Reading, piece: Span): RoleItem[] {
  const text = reading.text.slice(piece.start, piece.end);
  const words = anyOf(reading.grammar, reading.grammar.staffRoles.separators);
  const cuts = [
    ...Array.from(text.matchAll(words), ({ index, 0: cut }) => ({ at: index, cut, joined: true })),
    ...Array.from(text.matchAll(new RegExp(MARKS, 'g')), ({ index, 0: cut }) => ({
      at: index,
      cut,
      joined: cut === '&',
    })),
  ].toSorted((a, b) => a.at - b.at);
  const starts = [{ at: 0, cut: '', joined: false }, ...cuts];
  return starts.map(({ at, cut, joined }, index) => {
    const start = piece.start + at + cut.length;
    const end = piece.start + (starts[index + 1]?.at ?? text.length);
    return itemAt(reading, { start, end: Math.max(start, end) }, joined);
  });
}

function itemAt(reading: Reading, { start, end }: Span, joined: boolean): RoleItem {
  const raw = reading.text.slice(start, end);
  const { notRoles } = reading.grammar.staffRoles;
  const whole = bare(raw.replace(anyOf(reading.grammar, notRoles), ' '));
  const words = knownCode(reading, whole)
    ? whole
    : bare(whole.replace(anyOf(reading.grammar, reading.grammar.fillers), ' '));
  const known = knownCode(reading, words);
  const written = originalSpan(reading, { start, end }).text.trim();
  const asCode = /^[A-Z][A-Z0-9_]+$/.test(written);
  const code = known ?? newCode(words);
  const trimmed = start + (raw.length - raw.trimStart().length);
  return {
    start: trimmed,
    end: Math.max(trimmed, start + raw.trimEnd().length),
    code,
    known: known !== undefined || (asCode && code !== null),
    joined,
    blank: words === '' || /^[\uE002-\uE00F]/.test(words),
  };
}

/** "Two guards" are a role, with a number of people. */
const bare = (words: string): string =>
  words
    .replace(/[\uE000\uE001]+/g, ' ')
    .replace(/^[:\-\s"']+|[\s"'-]+$/g, '')
    .replace(/\s+/g, ' ');

/** Also in the plural and with the other endings of the language. */
function knownCode({ grammar }: Reading, words: string): string | undefined {
  const { codes, endings = [] } = grammar.staffRoles;
  const singular = words.replace(/s(?= )/g, '').replace(/s$/, '');
  const stems = endings
    .filter((ending) => words.endsWith(ending))
    .map((ending) => words.slice(0, -ending.length));
  const found = [words, singular, ...stems].find((form) => Object.hasOwn(codes, form));
  return found === undefined ? undefined : codes[found];
}

const MOST_WORDS = 3;

function newCode(words: string): string | null {
  const isName = /^[\p{L}\p{M}\p{N} _'-]+$/u.test(words);
  if (!isName || words.split(' ').length > MOST_WORDS) return null;
  const code = words
    .replace(/s$/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .toUpperCase();
  return staffRoleCode.safeParse(code).success ? code : null;
}
