import { describe, expect, it } from 'vitest';
import { cloudSpace } from '#shared/embeddings/cloud-space.ts';
import { configuredEmbeddings } from '#shared/embeddings/configured-embeddings.ts';
import { embeddingServersOf } from '#shared/embeddings/embedding-server.ts';
import { type EmbeddingService, isEmbedded } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { JOINED_SPACE, joinedProvider } from '#shared/embeddings/joined-space.ts';
import { LOCAL_HASH_SPACE, localHashProvider } from '#shared/embeddings/local-hash.ts';
import { SpaceRouter } from '#shared/embeddings/space-router.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { providerKeys } from '#shared/runtime/provider-keys.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

const ACME = trustedTenant('acme');
const OPENAI = { OPENAI_API_KEY: 'key' };
const AZURE = {
  AZURE_OPENAI_API_KEY: 'key',
  AZURE_OPENAI_ENDPOINT: 'https://ours.openai.azure.com',
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: 'embeddings',
};

const serversOf = (keys: object) => embeddingServersOf(providerKeys.parse(keys));
const spacesOf = (keys: object) => serversOf(keys).map((server) => cloudSpace(server).spaceId);

describe('the servers of embeddings', () => {
  it('are none without a key or an address', () => {
    expect(serversOf({ OPENAI_API_KEY: ' ', OPENAI_EMBEDDING_MODEL: 'x' })).toEqual([]);
    expect(serversOf({ AZURE_OPENAI_API_KEY: 'key' })).toEqual([]);
  });

  it('are OpenAI, then Azure, in one space where model and width are the same', () => {
    expect(serversOf({ ...AZURE, ...OPENAI })).toMatchObject([
      { payee: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'text-embedding-3-small' },
      { payee: 'azure', deployment: 'embeddings', model: 'text-embedding-3-small' },
    ]);
    const small = 'openai-text-embedding-3-small-1536-l2';
    expect(spacesOf({ ...OPENAI, ...AZURE })).toEqual([small, small]);
  });

  it('are in spaces of their own where the model differs, though the width does not', () => {
    const deployment = 'text-embedding-ada-002';
    expect(
      spacesOf({ ...OPENAI, ...AZURE, AZURE_OPENAI_EMBEDDING_DEPLOYMENT: deployment }),
    ).toEqual(['openai-text-embedding-3-small-1536-l2', 'openai-text-embedding-ada-002-1536-l2']);
  });

  it('have a space per width', () => {
    expect(spacesOf({ ...OPENAI, OPENAI_EMBEDDING_DIMENSIONS: '512' })).toEqual([
      'openai-text-embedding-3-small-512-l2',
    ]);
  });

  it.each([
    ['more than the model has', { OPENAI_EMBEDDING_DIMENSIONS: '1537' }],
    ['no number', { OPENAI_EMBEDDING_DIMENSIONS: 'many' }],
    [
      'another one than a model that is never cut',
      {
        OPENAI_EMBEDDING_MODEL: 'text-embedding-ada-002',
        OPENAI_EMBEDDING_DIMENSIONS: '256',
      },
    ],
    ['not said, of a model of one’s own', { OPENAI_EMBEDDING_MODEL: 'nomic-embed-text' }],
  ])('are none where the width is %s', (_, more) => {
    expect(serversOf({ ...OPENAI, ...more })).toEqual([]);
  });

  it('may be one’s own, which costs nothing', () => {
    const own = {
      OPENAI_EMBEDDING_BASE_URL: 'http://127.0.0.1:11434/v1',
      OPENAI_EMBEDDING_MODEL: 'nomic-embed-text:v1.5',
      OPENAI_EMBEDDING_DIMENSIONS: '768',
    };
    expect(serversOf(own)).toMatchObject([{ payee: 'free', dimensions: 768 }]);
    expect(spacesOf(own)[0]).toMatch(/^own-nomic-embed-text-v1\.5-[0-9a-f]{8}-768-l2$/);
  });

  it('are not where a server of one’s own was named for its chat model alone', () => {
    const ollama = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'llama3.2' };
    expect(serversOf(ollama)).toEqual([]);
    expect(serversOf({ ...ollama, OPENAI_API_KEY: 'any' })).toEqual([]);
  });

  it('cost what OpenAI asks where the model is one of its, wherever it runs', () => {
    const gateway = { ...OPENAI, OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' };
    expect(serversOf(gateway)).toMatchObject([
      { payee: 'openai', baseUrl: 'http://127.0.0.1:8080/v1' },
    ]);
  });
});

describe('the configured service', () => {
  it('follows the secret: nothing, a key, the same key, another one, nothing readable', async () => {
    let secret: object = {};
    const connected: string[] = [];
    const failures: unknown[] = [];
    const other = { ...localHashProvider, spaceId: 'cloud' };
    const service = configuredEmbeddings({
      keys: async () => providerKeys.parse(secret),
      connect: async ({ OPENAI_API_KEY = '' }) => {
        connected.push(OPENAI_API_KEY);
        return freeEmbeddings(other);
      },
      local: freeEmbeddings(localHashProvider),
      onFailure: (error) => failures.push(error),
    });
    const spaces = async () => (await service.spaces(ACME)).map(({ spaceId }) => spaceId);
    expect(await spaces()).toEqual([LOCAL_HASH_SPACE]);
    secret = { OPENAI_API_KEY: 'one' };
    expect([await spaces(), await spaces()]).toEqual([['cloud'], ['cloud']]);
    secret = { OPENAI_API_KEY: 'two' };
    expect(await spaces()).toEqual(['cloud']);
    expect(connected).toEqual(['one', 'two']);
    secret = { OPENAI_API_KEY: 3 };
    expect(await spaces()).toEqual([LOCAL_HASH_SPACE]);
    expect(failures).toHaveLength(1);
  });

  it('prefers the joined space to the hash alone, and a provider to both', async () => {
    const joined = joinedProvider({ encode: async () => [] });
    const local = freeEmbeddings(joined, localHashProvider);
    const cloud = { spaceId: 'cloud', dimensions: 8, noiseFloor: 0 };
    const embedder = { embed: async () => [] };
    const idsOf = async (service: EmbeddingService) =>
      (await service.spaces(ACME)).map(({ spaceId }) => spaceId);
    expect(await idsOf(new SpaceRouter([], local))).toEqual([JOINED_SPACE, LOCAL_HASH_SPACE]);
    const both = new SpaceRouter([{ space: cloud, embedder }], local);
    expect(await idsOf(both)).toEqual(['cloud', LOCAL_HASH_SPACE]);
  });

  it('lacks a space whose model cannot be loaded, and nothing else', async () => {
    const joined = joinedProvider({ encode: () => Promise.reject(new Error('no such file')) });
    const local = freeEmbeddings(joined, localHashProvider);
    const ask = (spaceId: string) =>
      local.embed(ACME, { spaceId, inputType: 'document', texts: ['a gate'] });
    expect(await ask(JOINED_SPACE)).toMatchObject([{ failed: 'unavailable' }]);
    expect(await ask(LOCAL_HASH_SPACE)).toMatchObject([{ space_id: LOCAL_HASH_SPACE }]);
  });

  it('stops a slow space before the function is stopped, and no other', async () => {
    const slow = { ...localHashProvider, spaceId: 'slow', isSlow: true } as const;
    const local = freeEmbeddings(slow, localHashProvider);
    const texts = Array.from({ length: 20 }, (_, at) => `gate ${at}`);
    const embedIn = async (spaceId: string) => {
      let leftMs = 13_000;
      const run = withInvocationTime(() =>
        local.embed(ACME, { spaceId, inputType: 'document', texts }),
      );
      const getRemainingTimeInMillis = () => {
        leftMs -= 2_000;
        return leftMs;
      };
      return (await run({}, { getRemainingTimeInMillis })).filter(isEmbedded).length;
    };
    expect(await embedIn('slow')).toBe(8);
    expect(await embedIn(LOCAL_HASH_SPACE)).toBe(20);
  });

  it('embeds locally without asking for any key', async () => {
    const service = configuredEmbeddings({
      keys: () => Promise.reject(new Error('nobody may ask')),
      connect: () => Promise.reject(new Error('nobody may ask')),
      local: freeEmbeddings(localHashProvider),
      onFailure: () => undefined,
    });
    const request = { spaceId: LOCAL_HASH_SPACE, inputType: 'query', texts: ['a gate'] } as const;
    expect(await service.embed(ACME, request)).toMatchObject([{ space_id: LOCAL_HASH_SPACE }]);
  });
});
