import { type ContentType, contentType } from '../content-type.ts';
import { csvParser } from './csv-parser.ts';
import type { DocumentParser } from './document-parser.ts';
import { docxParser } from './docx-parser.ts';
import { formatOf } from './file-format.ts';
import { htmlParser } from './html-parser.ts';
import { jsonParser } from './json-parser.ts';
import { createPdfParser } from './pdf-parser.ts';
import { textParser } from './text-parser.ts';

/** A parser per format; a new format is one more line. Each brings its library along on first use. */
const BY_FORMAT: Readonly<Record<ContentType, DocumentParser>> = {
  'text/plain': textParser,
  'text/markdown': textParser,
  'text/html': htmlParser,
  'text/csv': csvParser,
  'application/json': jsonParser,
  'application/pdf': createPdfParser(),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docxParser,
};

/** What reads a file that is called one thing or another; what it holds decides how it is read. */
export const parserFor = (declared: ContentType): DocumentParser => ({
  parse: async (bytes) => BY_FORMAT[formatOf(bytes, declared)].parse(bytes),
});

/** The parsers by media type, in this very process: for files that are trusted, or tests. */
export const PARSERS: Readonly<Record<string, DocumentParser>> = Object.fromEntries(
  contentType.options.map((type) => [type, parserFor(type)]),
);
