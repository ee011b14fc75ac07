import type { Block } from './block.ts';
import type { Heading } from './heading.ts';

/** What stands under one heading on one page. No chunk reaches over the edge of a section. */
export interface Section {
  readonly heading_path: readonly string[];
  readonly page: number | null;
  readonly blocks: readonly Block[];
}

/** Groups blocks: a heading opens a section, unless all there is before it are headings; so does a page. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const paged = blocks.some(({ kind }) => kind === 'page_break');
  const sections: OpenSection[] = [];
  for (const block of blocks) addBlock(sections, block, paged);
  return sections.map(toSection);
}

function addBlock(sections: OpenSection[], block: Block, paged: boolean): void {
  const last = sections.at(-1);
  const pageBreak = block.kind === 'page_break';
  const path = block.heading ? under(last?.path ?? [], block.heading) : (last?.path ?? []);
  if (!last || opensSection(block, last)) {
    const page = (last?.page ?? 1) + Number(pageBreak);
    sections.push({ path, page: paged ? page : null, blocks: [block], hasBody: isBody(block) });
    return;
  }
  last.path = path;
  last.hasBody ||= isBody(block);
  last.blocks.push(block);
}

interface OpenSection {
  path: readonly Heading[];
  readonly page: number | null;
  readonly blocks: Block[];
  hasBody: boolean;
}

const isBody = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'page_break';

const opensSection = (block: Block, current: OpenSection): boolean =>
  block.kind === 'page_break' || (block.kind === 'heading' && current.hasBody);

const under = (path: readonly Heading[], heading: Heading): readonly Heading[] => [
  ...path.filter(({ level }) => level < heading.level),
  heading,
];

const toSection = ({ path, page, blocks }: OpenSection): Section => ({
  heading_path: path.map(({ title }) => title),
  page,
  blocks,
});
