import { DocumentRejectedError } from '../errors.ts';
import { damaged } from './damaged.ts';
import type { DocumentParser } from './document-parser.ts';
import { readHtml } from './html-parser.ts';
import { refuseTooLong } from './reading-limits.ts';

/** DOCX by mammoth, by way of HTML, once its archive is known to be harmless. */
export const docxParser: DocumentParser = {
  parse: async (bytes) => {
    const { judgeZip } = await import('./zip-guard.ts');
    refuseOtherArchives(await judgeZip(bytes));
    const html = await toHtml(bytes);
    refuseTooLong(html.length);
    return { text: await readHtml(html), page_count: null };
  },
};

async function toHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const buffer = Buffer.from(bytes);
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, styleMap: STYLES });
    return value;
  } catch (error) {
    throw damaged(error, 'The Word file is damaged and cannot be read');
  }
}

/** Beside mammoth's own: headings and lists. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Code'] => pre:separator('\n')",
  'comment-reference => ',
];

/** What the archive is, if not a Word document, by an entry that only its kind has. */
const OTHER_ARCHIVES = [
  ['xl/', 'The file is an Excel workbook; save its sheets as CSV'],
  ['ppt/', 'The file is a PowerPoint presentation; save it as PDF'],
  ['content.xml', 'The file is an OpenDocument; save it as DOCX or PDF'],
  ['META-INF/container.xml', 'The file is an e-book; save it as PDF'],
] as const;

function refuseOtherArchives(names: readonly string[]): void {
  if (names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('word/')))
    return;
  const other = OTHER_ARCHIVES.find(([entry]) => names.some((name) => name.startsWith(entry)));
  throw new DocumentRejectedError(
    other?.[1] ?? 'The file is a packed archive; upload the documents in it one by one',
  );
}
