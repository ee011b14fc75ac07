import { describe, expect, test } from 'vitest';
import type { ContentType } from '#shared/knowledge/content-type.ts';
import { formatOf } from '#shared/knowledge/parsing/file-format.ts';
import { parserFor } from '#shared/knowledge/parsing/parsers.ts';
import { makeDocx, paragraph } from '#tests/support/knowledge/make-docx.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = makePdf([['Visitors sign in.']]);
const docx = makeDocx(paragraph('Visitors sign in.'));
const page = Buffer.from('\ufeff<!-- x -->\n<!DOCTYPE html><p>Visitors sign in.</p>');

describe('a file with the wrong name', () => {
  test.each<[string, Uint8Array, ContentType]>([
    ['a PDF called text', pdf, 'text/plain'],
    ['a PDF called Word', pdf, DOCX],
    ['a Word document called PDF', docx, 'application/pdf'],
    ['a Word document called CSV', docx, 'text/csv'],
    ['a web page called text', page, 'text/plain'],
    ['a web page called JSON', page, 'application/json'],
  ])('is read as what it is: %s', async (_, bytes, called) => {
    expect((await parserFor(called).parse(bytes)).text.trim()).toBe('Visitors sign in.');
  });

  test('but Markdown may begin with HTML', () => {
    expect(formatOf(page, 'text/markdown')).toBe('text/markdown');
  });

  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
  const locked = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1');
  test.each<[string, string, ContentType, RegExp]>([
    ['text', '# Rules', 'application/pdf', /a PDF by its name, but holds something else/],
    ['a web page', '<html><p>404</p>', 'application/pdf', /but holds a web page/],
    ['text', 'Rules', DOCX, /a Word document by its name/],
    ['an old Word file', `${ole}...`, DOCX, /old format of Office/],
    ['a locked Word file', `${ole}...${locked}`, DOCX, /protected by a password/],
    ['an image', '\x89PNG\r\n', 'text/plain', /image/],
    ['a packed file', '\x1f\x8b\b', 'text/csv', /packed archive/],
    ['an empty zip', 'PK\x05\x06', DOCX, /empty archive/],
    ['rich text', '{\\rtf1 Rules}', 'text/plain', /RTF/],
    ['a program', '\x7fELF', 'application/json', /program/],
  ])('is refused with what it is: %s', async (_, start, called, reason) => {
    await expect(parserFor(called).parse(Buffer.from(start, 'latin1'))).rejects.toThrow(reason);
  });
});
