import { DocumentRejectedError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentParser } from './document-parser.ts';
import { refuseTooDeep, refuseTooLong } from './reading-limits.ts';

/** JSON as lines of a path and its value (`gates[0].name: North`), objects of a list as paragraphs. */
export const jsonParser: DocumentParser = {
  parse: async (bytes) => {
    const writer = new PathWriter();
    writer.write('', parseJson(decodeText(bytes)), 0);
    return { text: writer.text, page_count: null };
  },
};

function parseJson(text: string): unknown {
  try {
    return readValue(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return parseLines(text) ?? refuse(error);
  }
}

/** Numbers stay as they are written: an identifier of twenty digits is not to be rounded. */
const readValue = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? (context?.source ?? value) : value,
  );

/** JSON Lines: a value on each line, read as one list. */
function parseLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    return lines.map(readValue);
  } catch {
    return undefined;
  }
}

function refuse(error: unknown): never {
  const where = error instanceof Error ? /line \d+ column \d+/.exec(error.message)?.[0] : undefined;
  throw new DocumentRejectedError(`The JSON is damaged${where ? ` at ${where}` : ''}`);
}

class PathWriter {
  readonly #lines: string[] = [];
  #length = 0;

  get text(): string {
    return this.#lines.join('\n').trim();
  }

  write(path: string, value: unknown, depth: number): void {
    refuseTooDeep(depth);
    if (Array.isArray(value)) this.#writeList(path, value, depth);
    else if (typeof value === 'object' && value !== null) this.#writeMembers(path, value, depth);
    else this.#say(path, value);
  }

  #writeMembers(path: string, members: object, depth: number): void {
    for (const [name, inner] of Object.entries(members))
      this.write(path === '' ? name : `${path}.${name}`, inner, depth + 1);
  }

  #writeList(path: string, list: readonly unknown[], depth: number): void {
    if (list.every(isScalar)) {
      this.#say(path, list.map(shown).filter(Boolean).join(', '));
      return;
    }
    for (const [at, inner] of list.entries()) {
      this.write(`${path}[${at}]`, inner, depth + 1);
      this.#lines.push('');
    }
  }

  /** Nothing is said of what is empty. */
  #say(path: string, value: unknown): void {
    const said = shown(value);
    if (said === '') return;
    const line = path === '' ? said : `${path}: ${said}`;
    this.#length += line.length + 1;
    refuseTooLong(this.#length);
    this.#lines.push(line);
  }
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const shown = (value: unknown): string =>
  value === null ? '' : String(value).replaceAll(/\s+/g, ' ').trim();
