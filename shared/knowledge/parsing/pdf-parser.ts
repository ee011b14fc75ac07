import { DocumentRejectedError } from '../errors.ts';
import { damaged } from './damaged.ts';
import type { DocumentParser } from './document-parser.ts';
import { MAX_CHARACTERS, refuseTooLong } from './reading-limits.ts';

export interface PdfLimits {
  readonly maxPages: number;
  /** Characters of text after which a file counts as a bomb. */
  readonly maxCharacters: number;
}

const LIMITS: PdfLimits = { maxPages: 5000, maxCharacters: MAX_CHARACTERS };

/** PDF by pdf.js, which is loaded with the first file. Pages become stretches between `\f` lines. */
export const createPdfParser = (limits: PdfLimits = LIMITS): DocumentParser => ({
  parse: async (bytes) => {
    const { getDocumentProxy } = await import('unpdf');
    // pdf.js takes the bytes it is given away, so it gets its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), PDF_OPTIONS).catch(refuse);
    try {
      if (pdf.numPages > limits.maxPages)
        throw new DocumentRejectedError(`The PDF has more than ${limits.maxPages} pages`);
      return { text: await readPages(pdf, limits), page_count: pdf.numPages };
    } finally {
      await pdf.loadingTask.destroy();
    }
  },
});

/** No scripts, no fonts of the system, no warnings on the console. */
const PDF_OPTIONS = { isEvalSupported: false, useSystemFonts: false, verbosity: 0 } as const;

async function readPages(pdf: Pdf, limits: PdfLimits): Promise<string> {
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number).catch(refuse);
    const text = toLines((await page.getTextContent().catch(refuse)).items);
    length += text.length;
    refuseTooLong(length, limits.maxCharacters);
    pages.push(text);
  }
  if (pages.every((page) => page.trim() === ''))
    throw new DocumentRejectedError(
      'The PDF holds no text; a scan must go through text recognition first',
    );
  return pages.join('\n\f\n');
}

/** pdf.js ends a line where the next text stands lower; wider gaps are paragraphs. */
function toLines(items: readonly (TextItem | object)[]): string {
  let text = '';
  let previous: TextItem | undefined;
  for (const item of items) {
    if (!isText(item)) continue;
    if (previous && isParagraphGap(previous, item)) text += '\n';
    text += item.str + (item.hasEOL ? '\n' : '');
    if (item.str.trim() !== '') previous = item;
  }
  return text.replaceAll('\0', '').replaceAll('\f', ' ');
}

function isParagraphGap(above: TextItem, below: TextItem): boolean {
  const drop = (above.transform[5] ?? 0) - (below.transform[5] ?? 0);
  const height = Math.max(above.height, below.height, 1);
  return drop > height * PARAGRAPH_GAP;
}

/** Line feeds of set text are 1.1–1.5 times its height. */
const PARAGRAPH_GAP = 1.8;

function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    throw new DocumentRejectedError('The PDF is protected by a password');
  throw damaged(error, 'The PDF is damaged and cannot be read');
}

/** The little of pdf.js that is used; its own types pull in the DOM. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly (TextItem | object)[] }>;
  }>;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

const isText = (item: TextItem | object): item is TextItem => 'str' in item;
