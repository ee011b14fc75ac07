import { type Heading, markedHeading, plainHeading, underlinedHeading } from './heading.ts';

/** Lines that belong together. Blocks follow each other without a gap: blank lines end the one before. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'table' | 'code' | 'page_break';
  readonly start: number;
  readonly end: number;
  readonly heading?: Heading;
}

/** Cuts a text into headings, paragraphs (lists too), tables, fenced code and page breaks, in one pass. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let afterBlank = true;
  while (at < text.length) {
    const block = nextBlock(text, at, afterBlank);
    const end = skipBlankLines(text, block.end);
    afterBlank = end > block.end || block.kind !== 'text';
    blocks.push({ ...block, start: at, end });
    at = end;
  }
  return blocks;
}

function nextBlock(text: string, at: number, afterBlank: boolean): Block {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  if (line.startsWith('\f')) return { kind: 'page_break', start: at, end };
  const fence = FENCE.exec(line)?.[1];
  if (fence) return { kind: 'code', start: at, end: fenceEnd(text, end, fence) };
  if (isTableStart(text, line, end)) return { kind: 'table', start: at, end: tableEnd(text, end) };
  return headingBlock(text, at, end, afterBlank) ?? paragraph(text, at, end);
}

function headingBlock(
  text: string,
  at: number,
  end: number,
  afterBlank: boolean,
): Block | undefined {
  const line = withoutBreak(text.slice(at, end));
  const marked = line.includes('#') ? markedHeading(line) : undefined;
  if (marked) return { kind: 'heading', start: at, end, heading: marked };
  if (!afterBlank || line.length > 100) return undefined;
  const nextEnd = lineEnd(text, end);
  const underlined = underlinedHeading(line, withoutBreak(text.slice(end, nextEnd)));
  if (underlined) return { kind: 'heading', start: at, end: nextEnd, heading: underlined };
  const plain = plainHeading(line);
  if (!plain || isListItem(line, text, end)) return undefined;
  return { kind: 'heading', start: at, end, heading: plain };
}

/** `1. Lock the door` directly followed by `2. …` is a list, not a run of headings. */
function isListItem(line: string, text: string, next: number): boolean {
  if (!/^\s*\d/.test(line)) return false;
  return /^\s*(?:\d+[.)]|[-*•])\s/.test(text.slice(next, next + 12));
}

function paragraph(text: string, start: number, firstEnd: number): Block {
  let end = firstEnd;
  while (end < text.length && continuesParagraph(text, end)) end = lineEnd(text, end);
  return { kind: 'text', start, end };
}

function continuesParagraph(text: string, at: number): boolean {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  if (line.trim() === '') return false;
  const first = line.trimStart()[0] ?? '';
  if (!'#`~|+\f'.includes(first) && !line.includes('|')) return true;
  return (
    first !== '\f' &&
    !markedHeading(withoutBreak(line)) &&
    !FENCE.test(line) &&
    !isTableStart(text, line, end)
  );
}

/** Three ticks that another tick follows on the line are code within a sentence. */
const FENCE = /^\s{0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/** A line that starts with a bar, a grid line, or a header above a rule of dashes and bars. */
function isTableStart(text: string, line: string, end: number): boolean {
  if (/^\s*(\||\+[-=]{2})/.test(line)) return true;
  if (!line.includes('|')) return false;
  const rule = text.slice(end, lineEnd(text, end));
  return rule.includes('|') && rule.includes('--') && ONLY_RULE.test(rule);
}

const ONLY_RULE = /^[|:\-\s]+$/;

function tableEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const line = text.slice(end, next);
    if (!line.includes('|') && !/^\s*\+[-=]/.test(line)) return end;
    end = next;
  }
  return end;
}

/** Up to and with the closing fence; a fence that is never closed reaches to the end. */
function fenceEnd(text: string, from: number, fence: string): number {
  let end = from;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const closing = text.slice(end, next).trim();
    end = next;
    if (closing.startsWith(fence) && closing.replaceAll(fence.charAt(0), '') === '') return end;
  }
  return end;
}

function skipBlankLines(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const next = lineEnd(text, end);
    const line = text.slice(end, next);
    if (line.startsWith('\f') || line.trim() !== '') return end;
    end = next;
  }
  return end;
}

/** The offset after the line break that ends the line at `from`. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
}

const withoutBreak = (line: string): string => line.replace(/\r?\n$/, '');
