import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Grammar } from '../grammar.ts';
import { foldText } from './fold.ts';
import { anyOf } from './pattern.ts';
import type { Span } from './reading.ts';

/** A label that names a slot, and what was written behind or under it. Spans are of the message. */
export interface Field {
  readonly slot: SlotName;
  readonly label: Span;
  readonly value: Span;
}

/** Fields of a message: `label: value` a line each (or between semicolons), `| label | value |`, or columns. */
export function fieldsOf(text: string, grammar: Grammar): Field[] {
  const rows = rowsOf(text);
  const columns = columnsOf(rows, text, grammar);
  return columns.length > 0 ? columns : rows.flatMap((row) => fieldOf(row, text, grammar));
}

/** The cells of each row, without list marks and white space around them. */
function rowsOf(text: string): Span[][] {
  return pieces(text, { start: 0, end: text.length }, /[\n;]/g).map((line) => {
    const cells = pieces(text, line, /[|\t]/g).map((cell) => bared(text, cell));
    const full = cells.filter(({ start, end }) => end > start);
    const [only] = full;
    return full.length === 1 && only ? labelled(text, only) : full;
  });
}

/** "Users: 40", "users = 40", "Users - 40": split at the first mark behind a short label. */
function labelled(text: string, line: Span): Span[] {
  const mark = /^([^:=\d]{2,40}?)\s*(?:[:=]|\s[-–—]\s)\s*(?=\S)/u.exec(
    text.slice(line.start, line.end),
  );
  if (!mark) return [line];
  const label = { start: line.start, end: line.start + (mark[1] ?? '').length };
  return [label, bared(text, { start: line.start + mark[0].length, end: line.end })];
}

function fieldOf(
  [label, value, ...more]: readonly Span[],
  text: string,
  grammar: Grammar,
): Field[] {
  const slot = label && value && more.length === 0 ? slotOf(text, label, grammar) : undefined;
  return slot && label && value ? [{ slot, label, value }] : [];
}

/** A row of labels over a row of values. */
function columnsOf(rows: readonly Span[][], text: string, grammar: Grammar): Field[] {
  const [head, ...below] = rows.filter((row) => row.length > 0 && !isRule(text, row));
  const values = below.find((row) => row.length === head?.length);
  const slots = (head ?? []).map((cell) => slotOf(text, cell, grammar));
  if (!head || !values || slots.filter(Boolean).length < 2) return [];
  return slots.flatMap((slot, index) => {
    const value = values[index];
    // Only the value is taken out of the text: between the two stand other labels.
    return slot && value ? [{ slot, label: value, value }] : [];
  });
}

const isRule = (text: string, row: readonly Span[]): boolean =>
  row.every(({ start, end }) => /^[-:=\s]*$/.test(text.slice(start, end)));

function slotOf(text: string, { start, end }: Span, grammar: Grammar): SlotName | undefined {
  const label = foldText(text.slice(start, end)).replaceAll('_', ' ').trim();
  const labels = Object.entries(grammar.labels ?? grammar.moves.topics);
  const [slot] =
    labels.find(([, patterns]) => label.replace(anyOf(grammar, patterns), '').trim() === '') ?? [];
  return slot !== undefined && isSlotName(slot) ? slot : undefined;
}

function pieces(text: string, { start, end }: Span, mark: RegExp): Span[] {
  const cuts = Array.from(text.slice(start, end).matchAll(mark), ({ index }) => start + index);
  return [...cuts, end].map((cut, index) => ({
    start: index === 0 ? start : (cuts[index - 1] ?? start) + 1,
    end: cut,
  }));
}

/** Without bullets, numbering, emphasis and white space. */
function bared(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = /^(?:\s|[-*•·–>]+\s|\*+|\d{1,2}[.)]\s)*/u.exec(piece)?.[0].length ?? 0;
  const tail = /[\s*,]*$/u.exec(piece.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}
