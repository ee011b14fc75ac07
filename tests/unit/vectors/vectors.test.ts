import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantise, queryVector, similarityTo } from '#shared/vectors/quantise.ts';
import { buildSegment } from '#shared/vectors/shelf/segment.ts';
import { decodeSegment, encodeSegment } from '#shared/vectors/shelf/segment-codec.ts';
import { chunkAt } from '#shared/vectors/shelf/stored-chunks.ts';
import { TopK } from '#shared/vectors/top-k.ts';

const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
};
const unitVector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 })
  .map(unit);

test('the top k are what sorting everything would give, ties in the order of offering', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 0, max: 12 }),
      (scores, k) => {
        const top = new TopK<number>(k);
        for (const [index, score] of scores.entries()) top.offer(score, index);
        const sorted = scores
          .map((score, value) => ({ score, value }))
          .sort((a, b) => b.score - a.score || a.value - b.value);
        expect(top.ranked()).toEqual(sorted.slice(0, k));
      },
    ),
  );
});

describe('vectors as bytes', () => {
  test('keep the cosine within .01', () => {
    fc.assert(
      fc.property(unitVector, unitVector, (left, right) => {
        const exact = left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
        expect(
          Math.abs(similarityTo(queryVector(left), quantise([right], 32), 0) - exact),
        ).toBeLessThan(0.01);
      }),
    );
  });

  test('of two widths are refused', () => {
    expect(() => quantise([unit([1, 2]), unit([1])], 2)).toThrow(RangeError);
  });
});

test('a segment reads back as it was written, whatever the text', () => {
  // Not `unit: 'binary'`, whose tables take seconds to build.
  const text = fc
    .array(fc.integer({ min: 0, max: 0x10ffff }))
    .map((points) => String.fromCodePoint(...points));
  const chunk = fc.record({ text, terms: fc.array(text) });
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 6 }), (chunks) => {
      const segment = buildSegment({
        document_id: 'd',
        version: 3,
        chunks: chunks.map(({ text: own, terms }, ordinal) => ({
          chunk: {
            ordinal,
            text: own.toWellFormed(),
            start: 0,
            end: 1,
            page: 2,
            heading_path: ['x'],
            hash: 'h',
          },
          terms: terms.map((term) => term.toWellFormed()),
        })),
        vectors: { 's-3': chunks.map((_, at) => unit([at, 1, -2])) },
      });
      const bytes = encodeSegment(segment);
      const read = decodeSegment(bytes);
      expect(chunks.map((_, row) => chunkAt(read.chunks, row).text)).toEqual(
        chunks.map(({ text: own }) => own.toWellFormed()),
      );
      expect(Buffer.compare(encodeSegment(read), bytes)).toBe(0);
    }),
  );
});

test('other bytes are no segment', () => {
  expect(() => decodeSegment(Buffer.from('hello there, no segment'))).toThrow('Not a segment');
});
