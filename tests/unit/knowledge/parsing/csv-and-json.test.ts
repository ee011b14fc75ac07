import { describe, expect, test } from 'vitest';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';
import { csvParser } from '#shared/knowledge/parsing/csv-parser.ts';
import { jsonParser } from '#shared/knowledge/parsing/json-parser.ts';

const csv = async (text: string) => (await csvParser.parse(Buffer.from(text))).text;
const json = async (text: string) => (await jsonParser.parse(Buffer.from(text))).text;

describe('CSV', () => {
  test('says with each row what its columns are', async () => {
    expect(await csv('\ufeffname,closes\r\n"North, gate",22:00\nSouth,\n\n')).toBe(
      '| name: North, gate | closes: 22:00 |\n| name: South |',
    );
  });

  test.each([';', '\t', '|'])('may be divided by %j', async (delimiter) => {
    const rows = [
      ['name', 'note'],
      ['North', 'a, b'],
    ];
    const text = rows.map((row) => row.join(delimiter)).join('\n');
    expect(await csv(text)).toBe('| name: North | note: a, b |');
  });

  test('without a header keeps its first row', async () => {
    expect(await csv('North,22:00\nSouth,23:00')).toBe('| North | 22:00 |\n| South | 23:00 |');
  });

  test('keeps a cell of several lines in its row, and bars inside of it', async () => {
    expect(await csv('name,note\nNorth,"one\ntwo | three"')).toBe(
      '| name: North | note: one two \\| three |',
    );
  });

  test('is never cut inside of a row', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `Person ${at},guard,"hall ${at}, level 2"`);
    const chunks = cutIntoChunks(await csv(`name,role,place\n${rows.join('\n')}`));
    expect(chunks.length).toBeGreaterThan(10);
    for (const { text } of chunks)
      expect(text.trimEnd()).toMatch(/^(\| name: [^|]+ \| role: guard \| place: [^|]+ \|\n?)+$/);
  });

  test('with a quote that is never closed is refused', async () => {
    await expect(csv('name,note\nNorth,"open\nSouth,x')).rejects.toThrow(/never closed/);
  });
});

describe('JSON', () => {
  test('is lines of paths and values', async () => {
    const site = {
      site: { name: 'Hall 7', closed: false, tags: ['loud', 'cold'], note: null, empty: [] },
      gates: [{ name: 'North' }, { name: 'South', hours: { from: 8 } }],
    };
    expect(await json(JSON.stringify(site))).toBe(
      [
        'site.name: Hall 7',
        'site.closed: false',
        'site.tags: loud, cold',
        'gates[0].name: North',
        '',
        'gates[1].name: South',
        'gates[1].hours.from: 8',
      ].join('\n'),
    );
  });

  test('keeps its numbers as they are written', async () => {
    const text = '{"id": 12345678901234567890, "rate": 1.10, "many": 1e400, "list": [1.0, 2]}';
    expect(await json(text)).toBe(
      'id: 12345678901234567890\nrate: 1.10\nmany: 1e400\nlist: 1.0, 2',
    );
  });

  test('may be a value on each line', async () => {
    expect(await json('{"a":1}\n{"a":2}\n')).toBe('[0].a: 1\n\n[1].a: 2');
  });

  test.each([
    ['{"gates": [1,\n2,]}', /JSON is damaged/],
    [`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, /levels deep/],
    ['['.repeat(100_000), /damaged/],
  ])('that is damaged or nested beyond reason is refused (%#)', async (text, reason) => {
    await expect(json(text)).rejects.toThrow(reason);
  });
});
