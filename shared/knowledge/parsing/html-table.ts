import { tidyCell } from './csv-rows.ts';
import type { HtmlNode } from './html-node.ts';

/** A table of one column, or one that holds another, arranges a page: it is no data. */
export function isDataTable(table: HtmlNode): boolean {
  const rows = rowsOf(table);
  return rows.some((row) => cellsOf(row).length > 1) && !rows.some((row) => holdsTable(row, 0));
}

/**
 * A Markdown table: the first row is its header, as in every table of Markdown. A cell that spans
 * columns or rows is said in each, so that a row is understood alone.
 */
export function tableRows(
  table: HtmlNode,
  isVisible: (node: HtmlNode) => boolean,
  textOf: (cell: HtmlNode) => string,
): string[] {
  const grid = spread(rowsOf(table).filter(isVisible), (row) =>
    cellsOf(row)
      .filter(isVisible)
      .map((cell) => ({ ...spansOf(cell), text: tidyCell(textOf(cell)) })),
  );
  const rows = grid.filter((row) => row.some((cell) => cell !== ''));
  const [header, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  if (header === undefined) return [];
  return [header, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...body];
}

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A place in a row, and in how many rows below it still counts. */
interface Place {
  readonly text: string;
  readonly left: number;
}

/** Rows of equal meaning per column: what reaches down from above takes its place first. */
function spread(rows: readonly HtmlNode[], cells: (row: HtmlNode) => readonly Cell[]): string[][] {
  let above: readonly Place[] = [];
  return rows.map((row) => {
    above = placed(cells(row), above);
    return above.map(({ text }) => text);
  });
}

function placed(cells: readonly Cell[], above: readonly Place[]): readonly Place[] {
  const row: Place[] = [];
  const reachDown = () => {
    for (let next = above[row.length]; next && next.left > 0; next = above[row.length])
      row.push({ text: repeated(next.text), left: next.left - 1 });
  };
  for (const cell of cells) {
    reachDown();
    row.push(...columnsOf(cell));
  }
  reachDown();
  return row;
}

const columnsOf = ({ text, columns, rows }: Cell): readonly Place[] =>
  Array.from({ length: columns }, (_, at) => ({
    text: at === 0 ? text : repeated(text),
    left: rows - 1,
  }));

/** A long text is said once, however much its cell spans. */
const repeated = (text: string): string => (text.length <= LONGEST_REPEATED ? text : '');

const LONGEST_REPEATED = 100;

const spansOf = ({ attribs = {} }: HtmlNode) => ({
  columns: span(attribs['colspan']),
  rows: span(attribs['rowspan']),
});

/** No page that is meant for people spans more. */
const MOST_SPANNED = 50;

const span = (value: string | undefined): number =>
  Math.min(MOST_SPANNED, Math.max(1, Number.parseInt(value ?? '1', 10) || 1));

const SECTIONS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

const rowsOf = ({ children = [] }: HtmlNode): readonly HtmlNode[] =>
  children.flatMap((child) => {
    if (child.name === 'tr') return [child];
    return SECTIONS.has(child.name ?? '') ? rowsOf(child) : [];
  });

const cellsOf = ({ children = [] }: HtmlNode): readonly HtmlNode[] =>
  children.filter(({ name }) => name === 'td' || name === 'th');

/** Looked for no deeper than people nest what is in a cell. */
const holdsTable = ({ children = [] }: HtmlNode, depth: number): boolean =>
  depth < 20 && children.some((child) => child.name === 'table' || holdsTable(child, depth + 1));
