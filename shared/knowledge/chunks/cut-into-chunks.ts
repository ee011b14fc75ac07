import { hash } from 'node:crypto';
import { blocksOf } from './block.ts';
import type { Chunk } from './chunk.ts';
import { packSection, type Span } from './pack.ts';
import { type Section, sectionsOf } from './section.ts';

/**
 * Cuts a document's text along its structure into chunks of about 1000 characters and at most 512
 * tokens. Together they hold every character (`restoreText`); a text without content gives none.
 */
export function cutIntoChunks(text: string): Chunk[] {
  const places = sectionsOf(blocksOf(text)).flatMap((section) =>
    packSection(text, section.blocks).map((span) => ({ ...span, section })),
  );
  return joinBlanks(text, places).map((place, ordinal) => toChunk(text, place, ordinal));
}

interface Place extends Span {
  readonly section: Section;
}

/** White space alone is no chunk: it goes to the end of the one before, or to the start of the first. */
function joinBlanks(text: string, places: readonly Place[]): Place[] {
  const joined: Place[] = [];
  let blankStart: number | undefined;
  for (const place of places) {
    const last = joined.at(-1);
    if (text.slice(place.start, place.end).trim() !== '') {
      joined.push({ ...place, start: blankStart ?? place.start });
      blankStart = undefined;
    } else if (last) joined[joined.length - 1] = { ...last, end: Math.max(last.end, place.end) };
    else blankStart ??= place.start;
  }
  return joined;
}

function toChunk(text: string, { start, end, section }: Place, ordinal: number): Chunk {
  const own = text.slice(start, end);
  const { heading_path, page } = section;
  return { ordinal, text: own, start, end, page, heading_path, hash: hashOf(heading_path, own) };
}

/** A title is one line that is not empty, so the first empty line ends the path. */
const hashOf = (path: readonly string[], text: string): string =>
  hash('sha256', `${path.join('\n')}\n\n${text}`);
