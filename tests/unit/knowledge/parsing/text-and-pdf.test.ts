import { describe, expect, test } from 'vitest';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';
import { contentTypeOf } from '#shared/knowledge/content-type.ts';
import { DocumentRejectedError } from '#shared/knowledge/errors.ts';
import { createPdfParser } from '#shared/knowledge/parsing/pdf-parser.ts';
import { textParser } from '#shared/knowledge/parsing/text-parser.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';
import {
  circularPdf,
  lockedPdf,
  pagesPdf,
  scannedPdf,
} from '#tests/support/knowledge/pdf-bombs.ts';

const textOf = async (bytes: Uint8Array) => (await textParser.parse(bytes)).text;

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from('Straße 夜')],
    ['UTF-8 with a mark', Buffer.from('\ufeffStraße 夜')],
    ['UTF-16 with a mark', Buffer.from('\ufeffStraße 夜', 'utf16le')],
  ])('is read as %s', async (_, bytes) => {
    expect(await textOf(bytes)).toBe('Straße 夜');
  });

  test('is read as Latin-1 where it is no UTF-8', async () => {
    expect(await textOf(Buffer.from('Straße', 'latin1'))).toBe('Straße');
  });

  test('has one kind of line ends, and page breaks on lines of their own', async () => {
    const { text, page_count } = await textParser.parse(Buffer.from('a\r\nb\rc\fd'));
    expect(text).toBe('a\nb\nc\n\f\nd');
    expect(page_count).toBe(2);
  });

  test.each([
    ['a NUL', Buffer.from('a\0b')],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['many control characters', Buffer.from('\u0001\u0002\u0003\u0004\u0005\u0006 text')],
  ])('with %s is refused as binary', async (_, bytes) => {
    await expect(textOf(bytes)).rejects.toThrow(DocumentRejectedError);
  });
});

describe('PDF', () => {
  const pages = [
    ['SITE RULES', '', 'The north gate closes', 'at ten (in winter at nine).'],
    ['Visitors sign in at the desk.'],
  ];

  test('is read page by page, so that citations know their page', async () => {
    const parsed = await createPdfParser().parse(makePdf(pages));
    expect(parsed.page_count).toBe(2);
    const chunks = cutIntoChunks(parsed.text);
    expect(chunks.map(({ page }) => page)).toEqual([1, 2]);
    expect(chunks[0]?.text).toContain('at ten (in winter at nine).');
    expect(chunks[0]?.heading_path).toEqual(['SITE RULES']);
  });

  test('is found with its page, once it was dropped', async () => {
    const archive = new Archive();
    await archive.drop('rules', makePdf(pages), 'rules.pdf');
    expect(await archive.document('rules')).toMatchObject({ state: 'ready', page_count: 2 });
    expect(await archive.found('visitors')).toEqual(['rules']);
  });

  test.each([
    ['without text', makePdf([['']]), /no text/],
    ['cut in half', makePdf(pages).slice(0, 400), /damaged|no text/],
    ['of pictures alone', scannedPdf(), /no text; a scan/],
    ['with a password', lockedPdf(), /protected by a password/],
    ['that claims a billion pages', pagesPdf(), /no text|damaged|more than 5000 pages/],
    ['whose list of pages is a circle', circularPdf(), /damaged|no text/],
  ])('%s is refused with a reason', async (_, bytes, reason) => {
    await expect(createPdfParser().parse(bytes)).rejects.toThrow(reason);
  });

  test.each([
    [{ maxPages: 1 }, /more than 1 pages/],
    [{ maxCharacters: 10 }, /more text than is allowed/],
  ])('over the limit %o is refused', async (limit, reason) => {
    const limits = { maxPages: 9, maxCharacters: 9999, ...limit };
    await expect(createPdfParser(limits).parse(makePdf(pages))).rejects.toThrow(reason);
  });
});

test.each([
  ['rules.md', 'text/markdown'],
  ['RULES.TXT', 'text/plain'],
  ['a.b.pdf', 'application/pdf'],
  ['page.htm', 'text/html'],
  ['shifts.TSV', 'text/csv'],
  ['site.json', 'application/json'],
  ['plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['rules', undefined],
  ['rules.exe', undefined],
  ['rules.constructor', undefined],
])('the ending of %s says %s', (file, type) => {
  expect(contentTypeOf(file)).toBe(type);
});
