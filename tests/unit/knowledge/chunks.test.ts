import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';
import { describe, expect, test } from 'vitest';
import { restoreText } from '#shared/knowledge/chunks/chunk.ts';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

const sentence = 'The gate at the north side is closed at night and opened by the guard. ';
const paragraph = (sentences: number) => `${sentence.repeat(sentences).trim()}\n\n`;

/** Text as people write it: headings of every kind, lists, tables, fences, long lines, odd scripts. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\n', '\n\n', '\f', '# Title\n', 'EXITS\n\n', '2.1 Shifts\n\n', 'Rules\n=====\n'),
  fc.constantFrom(
    '```\ncode\n```\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n',
    '- one\n- two\n',
    '~~~\nopen',
  ),
  fc.integer({ min: 1, max: 40 }).map((count) => sentence.repeat(count)),
  fc.integer({ min: 100, max: 1500 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 100, max: 1500 }).map((length) => '夜間は門を閉じます。'.repeat(length / 10)),
  fc.integer({ min: 1, max: 300 }).map((count) => '👩🏽‍🚒é'.repeat(count)),
);
const anyText = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));

describe('chunks of any text', () => {
  test('give the text back, each being the slice it says it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = cutIntoChunks(text);
        expect(restoreText(chunks)).toBe(text.trim() === '' ? '' : text);
        for (const chunk of chunks) expect(chunk.text).toBe(text.slice(chunk.start, chunk.end));
      }),
      { numRuns: 100 },
    );
  });

  test('never exceed 512 tokens, are never blank and always move forward', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = cutIntoChunks(text);
        for (const [index, chunk] of chunks.entries()) {
          expect(countTokens(chunk.text, { allowedSpecial: 'all' })).toBeLessThanOrEqual(512);
          expect(chunk.text.trim()).not.toBe('');
          expect(chunk.ordinal).toBe(index);
          expect(chunk.start).toBeGreaterThanOrEqual(chunks[index - 1]?.start ?? 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['emoji of many parts', '👩🏽‍🚒👨‍👩‍👧‍👦'],
    ['flags', '🇩🇪🇫🇷🇮🇳'],
    ['letters with marks', 'e\u0301o\u0302\u0323'],
    ['Hindi', 'उत्तरी द्वार रात में बंद रहता है। '],
    ['Thai', 'ประตูทิศเหนือปิดเวลากลางคืน'],
    ['Arabic', 'البَوَّابَةُ الشَّمَالِيَّةُ مُغْلَقَة '],
    ['Korean in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['Japanese', '夜間は北門を閉じます'],
    ['marks after spaces', 'a \u0301b'],
    ['line ends of two signs', 'gate\r\n'],
  ])('never tear a character apart: %s', (_, letters) => {
    for (const length of [399, 1000, 3001]) {
      const text = letters.repeat(Math.ceil(length / letters.length));
      const starts = new Set(Array.from(GRAPHEMES.segment(text), ({ index }) => index));
      for (const { start } of cutIntoChunks(text)) expect(starts).toContain(start);
    }
  });

  test('never tear a character apart, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.integer(), (pieces, seed) => {
        const text = pieces.map((own, at) => own.slice(0, 700 + ((seed >>> at) % 90))).join('');
        const wellFormed = text.toWellFormed();
        const starts = new Set(Array.from(GRAPHEMES.segment(wellFormed), ({ index }) => index));
        for (const { start } of cutIntoChunks(wellFormed)) expect(starts).toContain(start);
      }),
      { numRuns: 100 },
    );
  });

  test('begin at a word where a script has no spaces', () => {
    const words = new Intl.Segmenter('th', { granularity: 'word' });
    const text = 'ประตูทิศเหนือปิดเวลากลางคืนและเปิดโดยยามรักษาความปลอดภัย'.repeat(40);
    const starts = new Set(Array.from(words.segment(text), ({ index }) => index));
    const chunks = cutIntoChunks(text);
    const atWord = chunks.filter(({ start }) => starts.has(start));
    expect(atWord.length).toBeGreaterThan(chunks.length * 0.8);
  });

  test('only cut a character that is longer than any chunk', () => {
    const chunks = cutIntoChunks(`e${'\u0301'.repeat(3000)}`);
    expect(chunks.length).toBeGreaterThan(1);
    expect(restoreText(chunks)).toHaveLength(3001);
  });
});

describe('structure', () => {
  const pathsOf = (text: string) => cutIntoChunks(text).map(({ heading_path }) => heading_path);

  test('headings of every kind open a section, nested by rank', () => {
    const text = [
      '# Handbook',
      'Intro.',
      '## Access',
      'Badges only.',
      '',
      'Visitors:',
      'They sign in.',
      '',
      'Fire drill',
      '==========',
      'Leave.',
      '',
      'EMERGENCY EXITS',
      '',
      'Both sides.',
      '',
      '2.1 Night doors',
      '',
      'Closed.',
    ].join('\n');
    expect(pathsOf(text)).toEqual([
      ['Handbook'],
      ['Handbook', 'Access'],
      ['Handbook', 'Access', 'Visitors'],
      ['Fire drill'],
      ['Fire drill', 'EMERGENCY EXITS'],
      ['Fire drill', 'EMERGENCY EXITS', '2.1 Night doors'],
    ]);
  });

  test.each([
    ['a numbered list', '1. Lock the door\n2. Set the alarm\n3. Leave'],
    ['a sentence', 'We close at 18:00.'],
    ['a code comment in a fence', '```sh\n# not a heading\nls\n```'],
    ['a lone number', '42'],
    ['code within a sentence', '```exit``` opens the gate.\nAlways.'],
  ])('%s is no heading', (_, text) => {
    expect(pathsOf(text)).toEqual([[]]);
  });

  test('a heading stays with the text below it', () => {
    const [first, second] = cutIntoChunks(`# A\n\n## B\n\n${paragraph(3)}## C\n\nmore`);
    expect(first?.text).toMatch(/^# A\n\n## B\n\nThe gate/);
    expect(second?.text).toBe('## C\n\nmore');
  });

  test('chunks know their page, and none reaches over a page break', () => {
    const chunks = cutIntoChunks('One.\n\f\nTwo.\n\f\nThree.');
    expect(chunks.map(({ page, text }) => [page, text.trim()])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [3, 'Three.'],
    ]);
  });

  test('text without page breaks has no pages', () => {
    expect(cutIntoChunks('One.')[0]?.page).toBeNull();
  });
});

describe('sizes', () => {
  test('prose is cut at sentences, near the target, with an overlap', () => {
    const chunks = cutIntoChunks(paragraph(100));
    expect(chunks.length).toBeGreaterThan(5);
    for (const [index, chunk] of chunks.entries()) {
      expect(chunk.text.length).toBeLessThanOrEqual(1000);
      expect(chunk.text.startsWith('The gate')).toBe(true);
      const overlap = (chunks[index - 1]?.end ?? chunk.start) - chunk.start;
      expect(overlap).toBeLessThanOrEqual(200);
      if (index > 0) expect(overlap).toBeGreaterThan(0);
    }
  });

  test('a table and a fence that fit are in one chunk, even beyond the target length', () => {
    const table = `| room | keeper |\n|---|---|\n${'| the north wing meeting room | somebody |\n'.repeat(28)}`;
    const fence = `\`\`\`\n${'open the north gate and then wait\n\n'.repeat(34)}\`\`\`\n`;
    const texts = cutIntoChunks(`${paragraph(12)}${table}\n${paragraph(12)}${fence}\nEnd.`).map(
      ({ text }) => text,
    );
    expect(table.length).toBeGreaterThan(1000);
    expect(texts.some((text) => text.includes(table))).toBe(true);
    expect(texts.some((text) => text.includes(fence.trimEnd()))).toBe(true);
  });

  test('a row of a table is not cut as long as it fits', () => {
    const row = (at: number) => `| gate ${at} | ${sentence.repeat(12).trim()} |\n`;
    const chunks = cutIntoChunks(Array.from({ length: 9 }, (_, at) => row(at)).join(''));
    for (const { text } of chunks) expect(text).toMatch(/^(\| gate \d \| [^|]+ \|\n?)+$/);
  });

  test('capitals and invented words do not exceed the token limit either', () => {
    const word = fc.stringMatching(
      /^(?:[A-Z]{3,9}|[A-Z][a-z]{1,5}[A-Z][a-z]{1,5}|[a-z0-9+/=]{2,30})$/,
    );
    const text = fc.array(word, { minLength: 100, maxLength: 200 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (own) => {
        for (const chunk of cutIntoChunks(own))
          expect(countTokens(chunk.text)).toBeLessThanOrEqual(512);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('a table that exceeds the token limit is cut between its rows', () => {
    const row = '| north | 17:30 | 22 |\n';
    const chunks = cutIntoChunks(row.repeat(400));
    for (const { text } of chunks) expect(text).toMatch(/^(\| north \| 17:30 \| 22 \|\n)+$/);
  });

  test('editing one section of a hundred changes at most three chunks', () => {
    const section = (number: number, body: string) => `## Part ${number}\n\n${body}\n`;
    const document = (body: string) =>
      Array.from({ length: 100 }, (_, at) => section(at, at === 50 ? body : paragraph(20))).join(
        '',
      );
    const before = new Set(cutIntoChunks(document(paragraph(20))).map(({ hash }) => hash));
    const after = cutIntoChunks(document(paragraph(19))).map(({ hash }) => hash);
    expect(after.filter((hash) => !before.has(hash)).length).toBeLessThanOrEqual(3);
  });

  test('a megabyte in one line is cut like any other text, within the time of a test', () => {
    const chunks = cutIntoChunks('lorem '.repeat(170_000));
    expect(chunks.length).toBeGreaterThan(1000);
    expect(chunks.length).toBeLessThan(1400);
  });
});

describe('lines that nobody writes', () => {
  const many = 50_000;

  test.each([
    ['a heading of spaces', `# a${' '.repeat(many)}x`],
    ['a heading of marks', `# a${'#'.repeat(many)}x`],
    ['a table with a rule of spaces', `a | b\n|--${' '.repeat(many)}x`],
    ['one row of bars', '|'.repeat(many * 8)],
    ['a line of ticks', '`'.repeat(many * 8)],
    ['one letter with marks', `e${'\u0301'.repeat(many)}`],
    ['flags', '🇩🇪'.repeat(many)],
    ['nothing but page breaks', '\f\n'.repeat(many)],
    ['headings without text', 'Gate:\n\n'.repeat(many)],
  ])('take no more time than others: %s', (_, text) => {
    const begun = process.threadCpuUsage();
    expect(restoreText(cutIntoChunks(text))).toBe(text.trim() === '' ? '' : text);
    const { user } = process.threadCpuUsage(begun);
    expect(user).toBeLessThan(2_000_000);
  });
});
