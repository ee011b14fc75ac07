import { describe, expect, test } from 'vitest';
import { docxParser } from '#shared/knowledge/parsing/docx-parser.ts';
import { judgeZip } from '#shared/knowledge/parsing/zip-guard.ts';
import {
  makeDocx,
  makeZip,
  paragraph,
  WORD,
  wordTable,
} from '#tests/support/knowledge/make-docx.ts';

const read = async (bytes: Uint8Array) => (await docxParser.parse(bytes)).text;
const body = paragraph('Visitors sign in.');

describe('a Word document', () => {
  test('comes out with its headings and tables', async () => {
    const document = makeDocx(
      [
        paragraph('Handbook', 'Title'),
        paragraph('Gates', 'H2'),
        paragraph('The north gate closes at ten.'),
        wordTable([
          ['Gate', 'Closes'],
          ['North', '22:00'],
        ]),
      ].join(''),
    );
    expect(await read(document)).toBe(
      [
        '# Handbook',
        '',
        '## Gates',
        '',
        'The north gate closes at ten.',
        '',
        '| Gate | Closes |',
        '| --- | --- |',
        '| North | 22:00 |',
      ].join('\n'),
    );
  });

  test('says nothing of what was deleted, and all that was put in', async () => {
    const run = (kind: string, tag: string, text: string) =>
      `<w:${kind} w:id="1" w:author="a"><w:r><w:${tag}>${text}</w:${tag}></w:r></w:${kind}>`;
    const change = `<w:p>${run('del', 'delText', 'Nine. ')}${run('ins', 't', 'Ten.')}</w:p>`;
    expect(await read(makeDocx(change))).toBe('Ten.');
  });

  test('keeps its lists', async () => {
    const item = (text: string, level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const list = [item('Badge', 0), item('Helmet', 0), item('yellow', 1)].join('');
    const level = (at: number) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="bullet"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0">${level(0)}${level(1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    expect(await read(makeDocx(list, { 'word/numbering.xml': numbering }))).toBe(
      '- Badge\n- Helmet\n  - yellow',
    );
  });

  const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`;
  const wide = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);

  test.each([
    ['XML that declares entities', makeDocx('', { 'word/document.xml': entities }), /entities/],
    ['such XML in UTF-16', makeDocx('', { 'word/document.xml': wide(entities) }), /entities/],
    ['such XML in any part', makeDocx(body, { 'word/footnotes.xml': entities }), /entities/],
    ['a part that unpacks a thousandfold', makeDocx(body, { 'x.bin': megabytes(9) }), /far more/],
    ['an archive inside', makeDocx(body, { 'more.zip': makeZip({ a: 'b' }) }), /further archives/],
    ['half of its bytes', makeDocx(body).slice(0, 400), /damaged/],
    ['XML that does not end', makeDocx('', { 'word/document.xml': '<w:doc' }), /damaged/],
    ['no document', makeZip({ '[Content_Types].xml': '', 'word/x.xml': '' }), /damaged/],
    ['sheets instead', makeZip({ 'xl/workbook.xml': '<a/>' }), /Excel/],
    ['slides instead', makeZip({ 'ppt/presentation.xml': '<a/>' }), /PowerPoint/],
    ['files instead', makeZip({ 'rules.txt': 'rules' }), /packed archive/],
  ])('with %s is refused with a reason', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toThrow(reason);
  });

  test('with elements nested beyond reason is refused', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(30_000)}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`;
    await expect(read(makeDocx(deep))).rejects.toThrow(/nested|damaged/);
  });

  test('may hold the sheets behind its charts', async () => {
    const sheet = makeZip({ 'xl/workbook.xml': '<a/>' });
    expect(await read(makeDocx(body, { 'word/embeddings/a.xlsx': sheet }))).toBe(
      'Visitors sign in.',
    );
  });
});

describe('an archive', () => {
  const limits = { maxEntries: 3, maxBytes: 5000, maxRatio: 1000, freeBytes: 3000 };

  test.each([
    ['more entries', makeZip({ a: '', b: '', c: '', d: '' })],
    ['more bytes in all', makeZip({ a: 'x'.repeat(2600), b: 'y'.repeat(2600) })],
    ['more bytes in one', makeZip({ a: 'x'.repeat(6000) })],
  ])('with %s than allowed is a bomb', async (_, bytes) => {
    await expect(judgeZip(bytes, limits)).rejects.toThrow(/far more than its size/);
  });

  test('that lies about the size of an entry is refused', async () => {
    const zip = makeZip({ a: 'x'.repeat(5000) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const directory = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1');
    view.setUint32(directory + 24, 10, true);
    await expect(judgeZip(zip, limits)).rejects.toThrow(/damaged/);
  });

  test('that needs a password is refused', async () => {
    const zip = makeZip({ a: 'secret' });
    const directory = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1');
    zip[directory + 8] = 1;
    await expect(judgeZip(zip)).rejects.toThrow(/password/);
  });
});
