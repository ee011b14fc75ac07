import { Readable } from 'node:stream';
import { DocumentRejectedError } from '../errors.ts';
import { csvHeader, writeRow } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentParser } from './document-parser.ts';
import { refuseTooLong } from './reading-limits.ts';

/**
 * CSV as one table row per record, each cell with the name of its column, so that a row is understood
 * wherever the table is cut: `| name: North gate | closes: 22:00 |`.
 */
export const csvParser: DocumentParser = {
  parse: async (bytes) => {
    const table = new NamedRows();
    for await (const record of recordsOf(decodeText(bytes))) table.add(record);
    return { text: table.text, page_count: null };
  },
};

class NamedRows {
  readonly #rows: string[] = [];
  #header: readonly string[] | undefined;
  #length = 0;

  /** A table of nothing but a header is at least that. */
  get text(): string {
    return this.#rows.length > 0 ? this.#rows.join('\n') : (this.#header ?? []).join(', ');
  }

  add(record: readonly string[]): void {
    const isFirst = this.#header === undefined;
    this.#header ??= csvHeader(record);
    if (isFirst && this.#header.length > 0) return;
    const row = writeRow(this.#header, record);
    if (row === '') return;
    this.#length += row.length + 1;
    refuseTooLong(this.#length);
    this.#rows.push(row);
  }
}

async function* recordsOf(text: string): AsyncGenerator<readonly string[]> {
  const { parse } = await import('csv-parse');
  const parser = parse({ ...OPTIONS, delimiter: delimiterOf(text) });
  try {
    yield* Readable.from(slicesOf(text)).pipe(parser);
  } catch (error) {
    throw new DocumentRejectedError(
      `The CSV is damaged near line ${parser.info.lines}: ${reasonOf(error)}`,
    );
  }
}

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  // A quote that is never closed would make one cell of the rest of the file.
  max_record_size: 1_000_000,
} as const;

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote is never closed'
    : 'a row is too long or its quotes do not match';

/** Written piece by piece, so that rows are taken away while others are read. */
function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

const SLICE = 65_536;

/** The sign that divides the first line into most cells, outside of quotes. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, end === -1 ? undefined : end).replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
