import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectEmbeddingClient } from '#shared/embeddings/embedding-client.openai.ts';
import type { EmbeddingServer } from '#shared/embeddings/embedding-server.ts';
import {
  COSTLY_FAILURES,
  embeds,
  FREE_FAILURES,
  forgetsTheLast,
  isSilent,
  LIES,
  ODD_BUT_RIGHT,
} from '#tests/support/embeddings/cloud-behaviours.ts';
import { startFakeCloud } from '#tests/support/embeddings/fake-cloud.ts';
import { knownUnitVector } from '#tests/support/embeddings/known-vector.ts';

const cloud = await startFakeCloud(embeds);
afterAll(() => cloud.stop());
beforeEach(() => cloud.behave(embeds));

const OPENAI: EmbeddingServer = {
  kind: 'openai',
  payee: 'openai',
  model: 'text-embedding-3-small',
  dimensions: 1536,
  apiKey: 'test',
  baseUrl: cloud.url,
};
const TEXTS = ['the north gate', 'the south gate', 'lunch'];

const ask = (server: Partial<EmbeddingServer> = {}, timeoutMs = 5_000) =>
  connectEmbeddingClient({ ...OPENAI, ...server } as EmbeddingServer).embed({
    // a server with other values
    texts: TEXTS,
    timeoutMs,
  });

const expectAllVectors = (reply: Awaited<ReturnType<typeof ask>>) => {
  if (reply.kind !== 'embedded') throw new Error(reply.detail);
  for (const [at, text] of TEXTS.entries()) {
    const expected = knownUnitVector(text, 1536);
    const cosine = expected.reduce(
      (sum, value, i) => sum + value * (reply.vectors[at]?.[i] ?? 0),
      0,
    );
    expect(cosine).toBeCloseTo(1, 5);
  }
};

describe('a provider of embeddings', () => {
  it('is sent all texts in one call, and its vectors come back with length 1', async () => {
    const reply = await ask();
    expectAllVectors(reply);
    expect(reply).toMatchObject({ complaint: null, inputTokens: 8 });
    expect(cloud.asked.at(-1)).toMatchObject({ path: '/v1/embeddings', texts: TEXTS });
  });

  it('is asked for a width only where it is not the one it has anyway', async () => {
    const reply = await ask({ dimensions: 256 });
    expect(reply.kind === 'embedded' && reply.vectors[0]?.length).toBe(256);
    expect(cloud.asked.at(-1)?.dimensions).toBe(256);
  });

  it('is Azure by the address of its deployment', async () => {
    const azure = {
      kind: 'azure',
      payee: 'azure',
      endpoint: cloud.origin,
      deployment: 'ours',
      apiVersion: '2024-10-21',
    } as const;
    expectAllVectors(await ask(azure));
    expect(cloud.asked.at(-1)?.path).toBe(
      '/openai/deployments/ours/embeddings?api-version=2024-10-21',
    );
  });

  it.each(Object.entries(ODD_BUT_RIGHT))('may send its vectors %s', async (_, behaviour) => {
    cloud.behave(behaviour);
    expectAllVectors(await ask());
  });

  it('that forgets a text loses no other', async () => {
    cloud.behave(forgetsTheLast);
    const reply = await ask();
    if (reply.kind !== 'embedded') throw new Error(reply.detail);
    expect(reply.vectors.map(Boolean)).toEqual([true, true, false]);
    expect(reply.complaint).toMatch(/2 of 3 vectors of 1536/);
  });

  it.each(Object.entries(LIES))('that sends %s is paid, not believed', async (_, behaviour) => {
    cloud.behave(behaviour);
    const reply = await ask();
    if (reply.kind === 'embedded') expect(reply.vectors.filter(Boolean)).toEqual([]);
    else expect(reply).toMatchObject({ kind: 'refused', mayBeBilled: true, mayRetry: false });
  });

  it.each(Object.entries(FREE_FAILURES))('that %s is not paid', async (_, behaviour) => {
    cloud.behave(behaviour);
    expect(await ask()).toMatchObject({ mayBeBilled: false });
  });

  it.each(Object.entries(COSTLY_FAILURES))('that %s may have to be paid', async (_, behaviour) => {
    cloud.behave(behaviour);
    expect(await ask()).toMatchObject({ mayBeBilled: true });
  });

  it.each([
    ['has had enough (429)', { kind: 'rate_limited', mayRetry: true, retryAfterMs: 7_000 }],
    ['has no money left (429)', { kind: 'rate_limited', mayRetry: false }],
    ['is overloaded (503)', { kind: 'unavailable', mayRetry: true, retryAfterMs: null }],
    ['does not know the key (401)', { kind: 'unavailable', mayRetry: false }],
    ['does not like the input (400)', { kind: 'refused', mayRetry: false }],
  ] as const)('that %s says whether to try again', async (name, expected) => {
    cloud.behave(FREE_FAILURES[name]);
    expect(await ask()).toMatchObject(expected);
  });

  it('is given up when the time is over, and may have to be paid', async () => {
    cloud.behave(isSilent);
    expect(await ask({}, 100)).toMatchObject({ kind: 'timed_out', mayBeBilled: true });
  });

  it('that is not there at all is not paid', async () => {
    const gone = await startFakeCloud(embeds);
    await gone.stop();
    const reply = await ask({ baseUrl: gone.url });
    expect(reply).toMatchObject({ kind: 'unavailable', mayBeBilled: false, mayRetry: true });
  });
});
