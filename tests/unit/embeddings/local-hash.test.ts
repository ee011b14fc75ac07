import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allVectorsOf } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { embedLocally, localHashProvider } from '#shared/embeddings/local-hash.ts';
import { wordsOf } from '#shared/embeddings/words.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

const similarity = (left: string, right: string): number => {
  const [a, b] = [embedLocally(left), embedLocally(right)];
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
};

describe('the local vector of a text', () => {
  test('has 1024 numbers and length 1, or length 0 where there is no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const vector = embedLocally(text);
        const length = Math.hypot(...vector);
        expect(vector).toHaveLength(1024);
        expect(Math.abs(length - 1) < 1e-5 || length === 0).toBe(true);
      }),
    );
  });

  test('is the same every time, whatever was embedded in between', () => {
    const before = embedLocally('The north gate closes at ten.');
    for (let at = 0; at < 500; at += 1) embedLocally(`word${at} other${at}`);
    expect(embedLocally('The north gate closes at ten.')).toEqual(before);
  });

  test.each([
    ['another form', 'closing the gates', 'the gate closed', 'visitors wear badges'],
    ['a slip of the pen', 'emergency asembly point', 'emergency assembly point', 'lunch menu'],
    ['accents left out', 'clinica del norte', 'Clínica del Norte', 'almacén del sur'],
    ['a German compound', 'Nachtschichten', 'Nachtschicht', 'Besucherausweis'],
    ['Chinese', '夜間は門を閉じます', '夜間の門', '昼食の時間'],
    ['Hindi', 'रात की पाली', 'रात की पाली के नियम', 'भोजन का समय'],
  ])('stays near in spite of %s', (_, text, near, far) => {
    expect(similarity(text, near)).toBeGreaterThan(similarity(text, far) + 0.2);
  });
});

describe('words', () => {
  test('are folded, but keep the vowel signs of Indic scripts', () => {
    expect(wordsOf("L'Été — ÉCOLE n°5, रात्रि")).toEqual(['l', 'ete', 'ecole', 'n', '5', 'रात्रि']);
  });

  test('of scripts without spaces are pairs of characters', () => {
    expect(wordsOf('門を閉じ ok')).toEqual(['門を', 'を閉', '閉じ', 'ok']);
  });
});

test('many texts come back as many vectors, in their order, for nothing', async () => {
  const texts = Array.from({ length: 1201 }, (_, at) => `text number ${at}`);
  const request = { spaceId: 'local-hash-1024', inputType: 'document', texts } as const;
  const embedded = await freeEmbeddings(localHashProvider).embed(trustedTenant('acme'), request);
  expect(embedded[0]).toMatchObject({ space_id: 'local-hash-1024', cost_microcents: 0 });
  const vectors = allVectorsOf(embedded);
  expect(vectors).toHaveLength(texts.length);
  for (const at of [0, 499, 500, 1200])
    expect(vectors?.[at]).toEqual(embedLocally(texts[at] ?? ''));
});
