import { DocumentRejectedError } from '../errors.ts';
import type { DocumentParser, ParsedDocument } from './document-parser.ts';

export interface PdfLimits {
  readonly maxPages: number;
  /** Characters of text after which a file counts as a bomb. */
  readonly maxCharacters: number;
  readonly timeoutMs: number;
}

const LIMITS: PdfLimits = { maxPages: 2000, maxCharacters: 20_000_000, timeoutMs: 60_000 };

/** PDF by pdf.js, which is loaded with the first file. Pages become stretches between `\f` lines. */
export const createPdfParser = (limits: PdfLimits = LIMITS): DocumentParser => ({
  parse: async (bytes) => {
    if (!startsLikePdf(bytes)) throw new DocumentRejectedError('The file is not a PDF');
    const deadline = new Deadline(limits.timeoutMs);
    return Promise.race([readPdf(bytes, limits, deadline), deadline.passed]);
  },
});

async function readPdf(
  bytes: Uint8Array,
  limits: PdfLimits,
  deadline: Deadline,
): Promise<ParsedDocument> {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the bytes it is given away, so it gets its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), PDF_OPTIONS).catch(refuse);
  try {
    if (pdf.numPages > limits.maxPages)
      throw new DocumentRejectedError(`The PDF has more than ${limits.maxPages} pages`);
    return { text: await readPages(pdf, limits, deadline), page_count: pdf.numPages };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** No scripts, no fonts of the system, no warnings on the console. */
const PDF_OPTIONS = { isEvalSupported: false, useSystemFonts: false, verbosity: 0 } as const;

async function readPages(pdf: Pdf, limits: PdfLimits, deadline: Deadline): Promise<string> {
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    deadline.check();
    const page = await pdf.getPage(number).catch(refuse);
    const text = toLines((await page.getTextContent().catch(refuse)).items);
    length += text.length;
    if (length > limits.maxCharacters)
      throw new DocumentRejectedError('The PDF unpacks to more text than is allowed');
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
  throw new DocumentRejectedError('The PDF is damaged and cannot be read');
}

/** The end of patience: a promise for a parser that waits, a check for one that is busy. */
class Deadline {
  readonly #at: number;
  readonly passed: Promise<never>;

  constructor(timeoutMs: number) {
    this.#at = performance.now() + timeoutMs;
    const signal = AbortSignal.timeout(timeoutMs);
    this.passed = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(tooLong()));
    });
  }

  check(): void {
    if (performance.now() >= this.#at) throw tooLong();
  }
}

const tooLong = () => new DocumentRejectedError('The PDF takes too long to read');

const startsLikePdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

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
