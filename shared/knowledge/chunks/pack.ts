import type { Block } from './block.ts';
import { beginAfter, cutBefore } from './cut.ts';
import { endWithinTokens } from './token-limit.ts';

/** Characters a chunk aims at, and how many of them it repeats from the one before. */
const TARGET_LENGTH = 1000;
const OVERLAP_LENGTH = 200;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Packs the blocks of one section into spans that cover it. Paragraphs are filled up and overlap;
 * a table or fence stays whole, even beyond the target, and is cut between its lines only where it
 * alone exceeds the token limit, which no chunk may.
 */
export function packSection(text: string, blocks: readonly Block[]): Span[] {
  const packer = new Packer(text, blocks[0]?.start ?? 0);
  for (const block of blocks) packer.add(block);
  const spans = packer.finish().flatMap((span) => withinTokenLimit(text, span));
  return spans.map((span, index) => withoutRepetition(span, spans[index - 1]));
}

/** Where dense text was cut again, an overlap could hold its whole predecessor: then it has none. */
const withoutRepetition = (span: Span, before: Span | undefined): Span =>
  before && span.start <= before.start ? { ...span, start: before.end } : span;

class Packer {
  readonly #text: string;
  readonly #spans: Span[] = [];
  #start: number;
  #end: number;
  /** Where an overlap may not reach beyond: headings, tables and fences are not repeated in part. */
  #floor: number;
  /** Whether there is more than headings between start and end. */
  #hasBody = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#end = start;
    this.#floor = start;
  }

  add(block: Block): void {
    const isText = block.kind === 'text';
    if (this.#hasBody && block.end - this.#start > TARGET_LENGTH) this.#close(block);
    if (isText) this.#cutLongText(block);
    else this.#floor = block.end;
    this.#end = block.end;
    this.#hasBody ||= block.kind !== 'heading' && block.kind !== 'page_break';
  }

  finish(): readonly Span[] {
    if (this.#end > this.#start) this.#spans.push({ start: this.#start, end: this.#end });
    return this.#spans;
  }

  /** Ends the span before `next`, and begins another with as much overlap as leaves room for `next`. */
  #close(next: Block): void {
    const room = TARGET_LENGTH - (next.end - next.start);
    this.#endSpan(this.#end, next.kind === 'text' && room < 0 ? OVERLAP_LENGTH : room);
  }

  #cutLongText(block: Block): void {
    while (block.end - this.#start > TARGET_LENGTH) {
      const cut = cutBefore(this.#text, this.#start, this.#start + TARGET_LENGTH);
      if (cut >= block.end) return;
      this.#floor = Math.max(this.#floor, this.#start + 1);
      this.#endSpan(cut, OVERLAP_LENGTH);
    }
  }

  #endSpan(end: number, room: number): void {
    this.#spans.push({ start: this.#start, end });
    const overlap = Math.max(0, Math.min(OVERLAP_LENGTH, room));
    const earliest = Math.max(this.#floor, this.#start + 1, end - overlap);
    this.#start = earliest >= end ? end : beginAfter(this.#text, earliest, end);
    this.#end = Math.max(this.#start, end);
    this.#hasBody = false;
  }
}

function withinTokenLimit(text: string, span: Span): readonly Span[] {
  const { start, end } = span;
  let most = endWithinTokens(text, start, end);
  if (most === end) return [span];
  const spans: Span[] = [];
  for (let from = start; from < end; most = endWithinTokens(text, from, end)) {
    const to = most === end ? end : (rowBefore(text, from, most) ?? cutBefore(text, from, most));
    spans.push({ start: from, end: to });
    from = to;
  }
  return spans;
}

/** Where the row of a table begins that would be cut in two; undefined for other lines, or the first. */
function rowBefore(text: string, from: number, to: number): number | undefined {
  const line = from + text.slice(from, to).lastIndexOf('\n') + 1;
  return line > from && ROW_STARTS.includes(text.charAt(line)) ? line : undefined;
}

const ROW_STARTS = '|+';
