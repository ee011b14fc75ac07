import { describe, expect, it } from 'vitest';
import { JOINED_SPACE, joinedProvider } from '#shared/embeddings/joined-space.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { universalSentenceEncoder } from '#shared/embeddings/sentence-encoder.energetic.ts';

const provider = joinedProvider(universalSentenceEncoder());

const cosine = (a?: Float32Array, b?: Float32Array): number =>
  a?.reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0) ?? 0;

describe('the joined local space', () => {
  it('has vectors of length 1 for whatever can be written, and none of length for nothing', async () => {
    const texts = [
      'a gate',
      '',
      ' \n…',
      '夜間は門を閉じます',
      '👩‍👩‍👧 fire 🔥',
      'a\u0000b',
      '\ud800x',
    ];
    const vectors = await provider.embed(texts);
    expect(vectors.map(({ length }) => length)).toEqual(texts.map(() => 1536));
    const lengths = vectors.map((vector) => Math.round(1e4 * Math.sqrt(cosine(vector, vector))));
    expect(lengths).toEqual([1e4, 0, 0, 1e4, 1e4, 1e4, 1e4]);
  });

  it('gives a text the same vector alone and among others', async () => {
    const [alone] = await provider.embed(['Where do I leave my car?']);
    const among = await provider.embed([
      'Lunch is at noon.',
      '',
      'Where do I leave my car?',
      'Badges are worn at all times, also by guests and their hosts.',
      'The end.',
    ]);
    expect(among[2]).toEqual(alone);
  });

  it('knows what belongs together without a common word, which the hash cannot', async () => {
    const texts = ['Where do I leave my car?', 'Parking is behind the hall.', 'Lunch is at noon.'];
    const [question, answer, other] = await provider.embed(texts);
    expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other) + 0.04);
    const [q, a] = await localHashProvider.embed(texts);
    expect(cosine(q, a)).toBeLessThan(localHashProvider.noiseFloor);
  });

  it('reads a sentence below its headings as it reads it alone', async () => {
    const [question, alone, below] = await provider.embed([
      'Where do I leave my car?',
      'Parking is behind the hall.',
      'Rules\nVisitors\n\nParking is behind the hall.\n',
    ]);
    expect(cosine(question, below)).toBeGreaterThan(cosine(question, alone) - 0.03);
  });

  it('has a name that no other space of its width has', () => {
    expect(provider).toMatchObject({ spaceId: JOINED_SPACE, dimensions: 1536 });
    expect(JOINED_SPACE).not.toMatch(/openai|text-embedding/);
  });
});
