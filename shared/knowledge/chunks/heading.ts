export interface Heading {
  /** Lower is further out; the kinds of headings keep their order whatever a document mixes. */
  readonly level: number;
  readonly title: string;
}

/** Markdown levels are 1–6, so what only looks like a heading stands below those that are marked. */
const CAPITALS_LEVEL = 10;
const NUMBERED_LEVEL = 10;
const TITLE_LEVEL = 20;

const MARKED = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$/;
const NUMBERED =
  /^(?:(?:section|article|chapter|part)\s+)?(\d{1,3}(?:\.\d{1,3}){0,5})[.):]?\s+(\p{Lu}|\p{Lo})/iu;
const TITLED = /^[\p{Lu}\p{Lo}][^.!?:;]{1,58}[:：]$/u;
const SENTENCE_END = /[.!?;,。！？]$/u;
const LETTERS = /\p{L}/gu;
const LOWER_CASE = /\p{Ll}|\p{Lo}/u;

const LONGEST_HEADING = 90;
const LONGEST_TITLE = 120;
/** The pattern takes the square of a line's length, in the worst case. */
const LONGEST_MARKED = 300;

/** `## Opening hours`, which is a heading wherever it stands. */
export function markedHeading(line: string): Heading | undefined {
  if (line.length > LONGEST_MARKED) return undefined;
  const [, marks, title] = MARKED.exec(line) ?? [];
  return marks && title ? { level: marks.length, title: tidy(title) } : undefined;
}

/** A line underlined with `===` or `---`. */
export function underlinedHeading(line: string, next: string): Heading | undefined {
  const mark = /^ {0,3}(={2,}|-{2,})[ \t]*$/.exec(next)?.[1];
  if (!mark || line.trim() === '' || line.length > LONGEST_HEADING) return undefined;
  return { level: mark.startsWith('=') ? 1 : 2, title: tidy(line) };
}

/** `2.1 Shifts`, `EMERGENCY EXITS`, `Visitors:` — headings only where a paragraph could begin. */
export function plainHeading(line: string): Heading | undefined {
  const title = line.trim();
  if (title.length < 3 || title.length > LONGEST_HEADING) return undefined;
  return numbered(title) ?? titled(title) ?? capitals(title);
}

function numbered(title: string): Heading | undefined {
  const number = NUMBERED.exec(title)?.[1];
  if (!number || SENTENCE_END.test(title)) return undefined;
  return { level: NUMBERED_LEVEL + number.split('.').length, title: tidy(title) };
}

const titled = (title: string): Heading | undefined =>
  TITLED.test(title) && title.split(/\s+/).length <= 7
    ? { level: TITLE_LEVEL, title: tidy(title.slice(0, -1)) }
    : undefined;

function capitals(title: string): Heading | undefined {
  if (LOWER_CASE.test(title) || SENTENCE_END.test(title)) return undefined;
  const letters = title.match(LETTERS)?.length ?? 0;
  return letters >= 3 && letters * 2 >= title.length
    ? { level: CAPITALS_LEVEL, title: tidy(title) }
    : undefined;
}

const tidy = (title: string): string => title.trim().replace(/\s+/g, ' ').slice(0, LONGEST_TITLE);
