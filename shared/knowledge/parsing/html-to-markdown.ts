import { isHidden } from './hidden-text.ts';
import type { HtmlNode } from './html-node.ts';
import { isDataTable, tableRows } from './html-table.ts';
import { MarkdownWriter } from './markdown-writer.ts';
import { refuseTooDeep } from './reading-limits.ts';

/**
 * What a reader sees of a page, as Markdown: headings, paragraphs, lists, tables, code.
 * @throws DocumentRejectedError for elements nested beyond reason
 */
export function htmlToMarkdown(nodes: readonly HtmlNode[], hidden: ReadonlySet<HtmlNode>): string {
  const writer = new MarkdownWriter();
  writeAll({ writer, hidden, depth: 0, inList: false }, nodes);
  return writer.text;
}

interface Place {
  readonly writer: MarkdownWriter;
  /** Nodes that a style sheet hides. */
  readonly hidden: ReadonlySet<HtmlNode>;
  readonly depth: number;
  readonly inList: boolean;
}

function writeAll(place: Place, nodes: readonly HtmlNode[]): void {
  for (const node of nodes) write(place, node);
}

function write(place: Place, node: HtmlNode): void {
  refuseTooDeep(place.depth);
  if (node.type === 'text') place.writer.say(node.data ?? '');
  else if (node.children !== undefined && isSeen(place, node)) writeElement(place, node);
}

function writeElement(place: Place, node: HtmlNode): void {
  const { name = '', children = [] } = node;
  const inner = { ...place, depth: place.depth + 1 };
  const special = ELEMENTS[name];
  const isBlock = !special && BLOCKS.has(name);
  if (isBlock) endBlock(place);
  if (special) special(inner, node);
  else writeAll(inner, children);
  if (isBlock) endBlock(place);
}

const isSeen = ({ hidden }: Place, node: HtmlNode): boolean =>
  node.type !== 'comment' && !isHidden(node) && !hidden.has(node);

/** Paragraphs inside of a list stay close together. */
const endBlock = ({ writer, inList }: Place): void =>
  inList ? writer.endLine() : writer.endBlock();

type WriteElement = (place: Place, node: HtmlNode) => void;

function writeHeading(place: Place, node: HtmlNode): void {
  const title = onOneLine(place, node);
  if (title === '') return;
  place.writer.verbatim([`${'#'.repeat(Number(node.name?.slice(1)))} ${title}`]);
}

function writeList(place: Place, list: HtmlNode): void {
  const write = () => writeItems({ ...place, inList: true }, list);
  endBlock(place);
  if (place.inList) place.writer.indented(write);
  else write();
  endBlock(place);
}

function writeItems(place: Place, { name, children = [] }: HtmlNode): void {
  let number = 0;
  for (const child of children) {
    if (child.name !== 'li') {
      write(place, child);
      continue;
    }
    number += 1;
    writeItem(place, child, name === 'ol' ? `${number}. ` : '- ');
  }
}

function writeItem(place: Place, item: HtmlNode, marker: string): void {
  if (!isSeen(place, item)) return;
  place.writer.marked(marker, () => writeAll(place, item.children ?? []));
}

function writeTable(place: Place, table: HtmlNode): void {
  if (!isDataTable(table)) {
    writeAll(place, table.children ?? []);
    return;
  }
  const isVisible = (node: HtmlNode) => isSeen(place, node);
  place.writer.verbatim(tableRows(table, isVisible, (cell) => onOneLine(place, cell)));
}

function writeCode(place: Place, node: HtmlNode): void {
  const code = plainTextOf(node, place.depth).replace(/^\n/, '').trimEnd();
  if (code.trim() !== '') place.writer.verbatim(['~~~', ...code.split('\n'), '~~~']);
}

const ELEMENTS: Readonly<Record<string, WriteElement | undefined>> = {
  h1: writeHeading,
  h2: writeHeading,
  h3: writeHeading,
  h4: writeHeading,
  h5: writeHeading,
  h6: writeHeading,
  ul: writeList,
  ol: writeList,
  table: writeTable,
  pre: writeCode,
  br: ({ writer }) => writer.endLine(),
  hr: ({ writer }) => writer.endBlock(),
};

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main nav aside address blockquote figure figcaption ' +
    'details summary dl dt dd form fieldset legend li center tr caption body html'
  ).split(' '),
);

function onOneLine(place: Place, { children = [] }: HtmlNode): string {
  const writer = new MarkdownWriter();
  writeAll({ ...place, writer, inList: true }, children);
  return writer.onOneLine;
}

function plainTextOf({ type, data = '', children = [] }: HtmlNode, depth: number): string {
  refuseTooDeep(depth);
  if (type === 'text') return data;
  return children.map((child) => plainTextOf(child, depth + 1)).join('');
}
