import { describe, expect, it } from 'vitest';
import { configuredModel } from '#shared/language-model/configured-model.ts';
import { modelServerOf } from '#shared/language-model/model-server.ts';
import { providerKeys } from '#shared/runtime/provider-keys.ts';
import { InMemoryCircuits } from '#tests/support/circuits/in-memory-circuits.ts';

const serverOf = (keys: Readonly<Record<string, string>>) =>
  modelServerOf(providerKeys.parse(keys));

describe('the model server', () => {
  it('is none without a key, nor with blank ones', () => {
    expect(serverOf({})).toBeUndefined();
    expect(serverOf({ OPENAI_API_KEY: '', OPENAI_BASE_URL: ' ' })).toBeUndefined();
    expect(serverOf({ AZURE_OPENAI_API_KEY: 'key' })).toBeUndefined();
  });

  it('is OpenAI with its key', () => {
    expect(serverOf({ OPENAI_API_KEY: 'key' })).toMatchObject({
      payee: 'openai',
      baseUrl: 'https://api.openai.com/v1',
    });
  });

  it('costs nothing where it is one of our own, except for a model that is sold', () => {
    const own = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_API_KEY: 'any' };
    expect(serverOf({ ...own, OPENAI_MODEL: 'llama3.2' })?.payee).toBe('free');
    expect(serverOf({ ...own, OPENAI_MODEL: 'gpt-4o-mini' })?.payee).toBe('openai');
    const hosted = { OPENAI_BASE_URL: 'https://models.example/v1', OPENAI_API_KEY: 'key' };
    expect(serverOf({ ...hosted, OPENAI_MODEL: 'llama3.2' })?.payee).toBe('openai');
  });

  it('is Azure where only that is configured, with the deployment for a model', () => {
    expect(
      serverOf({
        AZURE_OPENAI_API_KEY: 'key',
        AZURE_OPENAI_ENDPOINT: 'https://ours.openai.azure.com',
        AZURE_OPENAI_DEPLOYMENT: 'gpt-4o-mini',
      }),
    ).toMatchObject({ payee: 'azure', model: 'gpt-4o-mini', apiVersion: '2024-10-21' });
  });
});

describe('the configured model', () => {
  it('follows the secret: none, one, the same one, another one, none', async () => {
    let secret = '{}';
    const connected: string[] = [];
    const source = configuredModel({
      keys: { read: async () => secret },
      connect: ({ model }) => {
        connected.push(model);
        return { payee: 'free', model, ask: async () => ({ kind: 'timed_out', detail: '' }) };
      },
      circuits: new InMemoryCircuits(),
      clock: { now: () => new Date() },
      remainingMs: () => 1,
      ledger: {
        reserve: async () => ({ kind: 'budget_exhausted', reason: 'used_up' }),
        settle: async () => undefined,
        release: async () => undefined,
      },
    });
    expect(await source.current()).toBeUndefined();
    secret = '{"OPENAI_API_KEY":"one"}';
    const first = await source.current();
    expect(await source.current()).toBe(first);
    secret = '{"OPENAI_API_KEY":"two"}';
    expect(await source.current()).not.toBe(first);
    secret = '{}';
    expect(await source.current()).toBeUndefined();
    expect(connected).toHaveLength(2);
  });
});
