import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectChatClient } from '#shared/language-model/chat-client.openai.ts';
import type { ModelClient } from '#shared/language-model/model-client.ts';
import {
  answers,
  drips,
  isEndless,
  isSilent,
  MISBEHAVIOURS,
} from '#tests/support/model-server/behaviours.ts';
import { type ModelServer, startModelServer } from '#tests/support/model-server/model-server.ts';

const CALL = {
  prompt: { id: 'colours', version: '1', text: 'Name a colour.', answer: { type: 'object' } },
  content: 'the sky',
  maxOutputTokens: 50,
  timeoutMs: 5_000,
};

let server: ModelServer;
let client: ModelClient;

beforeAll(async () => {
  server = await startModelServer(answers(() => ({ colour: 'blue' })));
  client = connectChatClient({
    kind: 'openai',
    payee: 'openai',
    model: 'gpt-4o-mini',
    apiKey: 'key',
    baseUrl: server.url,
  });
});
afterAll(() => server.stop());

const kindOf = async (timeoutMs = 5_000) => {
  const reply = await client.ask({ ...CALL, timeoutMs });
  if (reply.kind !== 'answered') return reply.kind;
  if (reply.refusal !== null) return 'refusal';
  return reply.complete ? 'answer' : 'cut off';
};

describe('the chat client', () => {
  it('asks with a strict schema and gives answer and usage back', async () => {
    server.behave(answers(() => ({ colour: 'blue' })));
    expect(await client.ask(CALL)).toEqual({
      kind: 'answered',
      text: '{"colour":"blue"}',
      complete: true,
      refusal: null,
      usage: { inputTokens: 900, outputTokens: 60 },
    });
    expect(server.asked.at(-1)).toMatchObject({ schemaName: 'colours', content: 'the sky' });
  });

  it.each([
    ['answers what is not JSON', 'answer'],
    ['refuses', 'refusal'],
    ['filters', 'refusal'],
    ['cuts its answer off', 'cut off'],
    ['has no completion', 'unavailable'],
    ['sends a page', 'unavailable'],
    ['has had enough (429)', 'rate_limited'],
    ['is broken (500)', 'unavailable'],
    ['is overloaded (503)', 'unavailable'],
    ['does not know the key (401)', 'unavailable'],
    ['does not know the model (404)', 'unavailable'],
    ['sends elsewhere (302)', 'unavailable'],
    ['hangs up', 'unavailable'],
    ['hangs up in the middle', 'unavailable'],
  ] as const)('takes a server that %s for: %s', async (behaviour, kind) => {
    server.behave(MISBEHAVIOURS[behaviour]);
    expect(await kindOf()).toBe(kind);
  });

  it('asks once: a second attempt is not its business', async () => {
    const before = server.asked.length;
    server.behave(MISBEHAVIOURS['is broken (500)']);
    await kindOf();
    expect(server.asked.length).toBe(before + 1);
  });

  it.each([
    ['is silent', isSilent],
    ['drips', drips],
  ])('does not wait longer than it may for a server that %s', async (_name, behaviour) => {
    server.behave(behaviour);
    const began = performance.now();
    expect(await kindOf(300)).toBe('timed_out');
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('listens to no more than an answer can be, and says that it will be billed', async () => {
    server.behave(isEndless);
    expect(await client.ask(CALL)).toEqual({
      kind: 'unavailable',
      detail: 'The server sent more than 1000000 bytes',
      underWay: true,
    });
  });

  it('says that nobody is there', async () => {
    const nobody = connectChatClient({
      kind: 'openai',
      payee: 'openai',
      model: 'gpt-4o-mini',
      apiKey: 'key',
      baseUrl: 'http://127.0.0.1:9/v1',
    });
    expect((await nobody.ask(CALL)).kind).toBe('unavailable');
  });

  it('asks a deployment of Azure by its address, version and key', async () => {
    server.behave(answers(() => ({ colour: 'blue' })));
    const azure = connectChatClient({
      kind: 'azure',
      payee: 'azure',
      model: 'gpt-4o-mini',
      apiKey: 'key',
      endpoint: server.url.replace('/v1', ''),
      deployment: 'our-model',
      apiVersion: '2024-10-21',
    });
    expect((await azure.ask(CALL)).kind).toBe('answered');
  });
});
