import { describe, expect, test } from 'vitest';
import type { ContentType } from '#shared/knowledge/content-type.ts';
import { PARSERS } from '#shared/knowledge/parsing/parsers.ts';
import { separateParsers } from '#shared/knowledge/parsing/separate-parsers.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';
import { recursivePdf, unpackingPdf } from '#tests/support/knowledge/pdf-bombs.ts';

const read = async (type: ContentType, bytes: Uint8Array, limits = {}) =>
  separateParsers({ timeoutMs: 60_000, memoryMegabytes: 160, ...limits })[type]?.parse(bytes);

describe('a file that is read in a process of its own', { timeout: 60_000 }, () => {
  test('comes out as it would in ours, page by page', async () => {
    const pdf = makePdf([['Visitors sign in.'], ['Straße, 夜']]);
    expect(await read('application/pdf', pdf)).toEqual(
      await PARSERS['application/pdf']?.parse(pdf),
    );
  });

  test('is refused with the reason that was found there', async () => {
    await expect(read('text/plain', Buffer.from('a\0b'))).rejects.toThrow(/binary data/);
  });

  test('may not fill the heap', async () => {
    const objects = Buffer.from(`[${'{},'.repeat(3_000_000)}{}]`);
    await expect(read('application/json', objects)).rejects.toThrow(/more memory/);
  });

  test('may not fill the memory outside of the heap', async () => {
    const bomb = unpackingPdf(200);
    expect(bomb.length).toBeLessThan(20_000);
    await expect(read('application/pdf', bomb)).rejects.toThrow(/more memory/);
  });

  test('may not take longer than it is given', async () => {
    const bomb = Buffer.from('<div>'.repeat(500_000));
    const begun = performance.now();
    await expect(read('text/html', bomb, { timeoutMs: 2000 })).rejects.toThrow(/too long/);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('may not go round in circles', async () => {
    await expect(read('application/pdf', recursivePdf())).rejects.toThrow(
      /no text|damaged|nested|more memory/,
    );
  });
});
