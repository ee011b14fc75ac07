import type { ContentType } from '../content-type.ts';
import type { DocumentParser } from './document-parser.ts';
import { createPdfParser } from './pdf-parser.ts';
import { textParser } from './text-parser.ts';

/** A parser per media type that documents may have; a new format is one more line. */
export const PARSERS: Readonly<Record<ContentType, DocumentParser>> = {
  'text/plain': textParser,
  'text/markdown': textParser,
  'application/pdf': createPdfParser(),
};
