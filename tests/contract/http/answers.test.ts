import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createHandler as createDefault } from '#functions/http/default/handler.ts';
import { createHandler as createTemplates } from '#functions/http/templates/handler.ts';
import { ok, open, query } from '#shared/http/endpoint.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { defineRoute } from '#shared/http/route.ts';
import { logger } from '#shared/runtime/logger.ts';
import routeKeys from '#templates/api/routes.json' with { type: 'json' };
import { callApi, eventOf } from '#tests/support/http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '#tests/support/http/in-memory-api.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const thing = defineRoute({
  method: 'GET',
  path: '/thing',
  summary: 'A thing',
  role: 'member',
  idempotency: 'none',
  responses: { 200: z.object({ name: z.string(), inner: z.object({ size: z.int() }) }) },
});
const openThing = defineRoute({ ...thing, path: '/open', role: 'public' });
const THING = { name: 'thing', inner: { size: 1 } };

let api: InMemoryApi;
beforeEach(() => {
  api = inMemoryApi();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const answering = (body: typeof THING) => httpFunction(api, [query(thing, async () => ok(body))]);

const failing = (error: unknown) =>
  httpFunction(api, [
    query(thing, async () => {
      throw error;
    }),
  ]);

const getThing = (handler: ReturnType<typeof answering>, headers = {}) =>
  callApi(handler, { route: 'GET /thing', headers });

describe('an answer', () => {
  it('carries no field that its contract does not declare', async () => {
    const leaky = { ...THING, password: 'hunter2', inner: { size: 1, tenant_key: 'k' } };
    expect((await getThing(answering(leaky))).body).toEqual(THING);
  });

  it('that breaks its contract is an error of ours, not the answer', async () => {
    const { status, text } = await getThing(answering({ ...THING, inner: { size: 1.5 } }));
    expect(status).toBe(500);
    expect(text).not.toContain('size');
  });

  it.each([
    ['a table that takes too long', Object.assign(new Error('slow'), { name: 'TimeoutError' })],
    ['a lost connection', Object.assign(new Error('lost'), { code: 'ECONNRESET' })],
    ['too much to do', Object.assign(new Error('busy'), { name: 'ThrottlingException' })],
  ])('after %s says that the same request may be sent again', async (_, error) => {
    const { status, headers, body } = await getThing(failing(error));
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '1' });
    expect(body).toMatchObject({ code: 'internal', status: 503 });
    expect(body.detail).not.toContain(error.message);
  });

  it('is neither stored nor guessed at on its way', async () => {
    const { headers } = await getThing(answering(THING));
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['/thing', '/thing/'])(
    'is the same with and without a trailing slash: %s',
    async (at) => {
      const event = {
        ...eventOf({ route: 'GET /thing' }),
        routeKey: `GET /api/v1/onboarding${at}`,
      };
      expect(await answering(THING)(event, lambdaContext)).toMatchObject({ statusCode: 200 });
    },
  );

  it('needs no token on a public route', async () => {
    const handler = httpFunction(api, [open(openThing, async () => ok(THING))]);
    expect((await callApi(handler, { route: 'GET /open', claims: {} })).status).toBe(200);
  });
});

describe('an error of ours', () => {
  const secret = 'postgres://user:hunter2@10.0.0.1';

  it.each([
    ['an error', new Error(secret)],
    ['a text', secret],
    ['nothing', undefined],
    ['a subclass', Object.assign(new TypeError(secret), { code: 'not_found' })],
  ])('says nothing of what it was: %s', async (_, error) => {
    const { status, headers, body, text } = await getThing(failing(error));
    expect(status).toBe(500);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toEqual({
      type: '/api/v1/onboarding/problems/internal',
      title: 'Internal error',
      status: 500,
      code: 'internal',
      correlation_id: 'request-1',
    });
    expect(text).not.toContain('hunter2');
  });

  it('is logged once, as an error; a refusal once, as information', async () => {
    const error = vi.spyOn(logger, 'error').mockReturnValue();
    const info = vi.spyOn(logger, 'info').mockReturnValue();
    await getThing(failing(new Error('broken')));
    expect([error.mock.calls.length, info.mock.calls.length]).toEqual([1, 0]);
    await callApi(answering(THING), { route: 'GET /thing', claims: {} });
    expect([error.mock.calls.length, info.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('the correlation id', () => {
  it('is the one that the client brings', async () => {
    const { headers } = await getThing(answering(THING), { 'x-correlation-id': 'browser-42-abc' });
    expect(headers['x-correlation-id']).toBe('browser-42-abc');
  });

  it.each(['short', 'x'.repeat(129), 'with blank', 'line\nbreak', '<script>'])(
    "is the gateway's own where the client's is no plain token: %j",
    async (given) => {
      const { headers } = await getThing(answering(THING), { 'x-correlation-id': given });
      expect(headers['x-correlation-id']).toBe('request-1');
    },
  );

  it('is in problems, too', async () => {
    const { body } = await getThing(failing(new Error('broken')), {
      'x-correlation-id': 'browser-42-abc',
    });
    expect(body.correlation_id).toBe('browser-42-abc');
  });
});

describe('an address without a route', () => {
  const unrouted = (method: string, path: string) => {
    const event = eventOf({ route: `${method} ${path}` });
    const handler = createDefault({ routeKeys });
    return callApi((each, context) => handler({ ...each, routeKey: '$default' }, context), {
      route: `${method} ${path}`,
      headers: event.headers,
    });
  };

  it.each([
    ['DELETE', '/conversation', 'GET'],
    ['GET', '/conversation/start', 'GET, POST'],
    ['PATCH', '/settings', 'GET, PUT'],
    ['DELETE', '/changesets/42/', 'GET'],
  ])('of another method is 405 and names those there are: %s %s', async (method, path, methods) => {
    const { status, body } = await unrouted(method, path);
    expect({ status, code: body.code }).toEqual({ status: 405, code: 'method_not_allowed' });
    expect(body.detail).toContain(methods);
  });

  it.each(['/nothing', '/conversation/1/2/3', '/conversations', '//settings', '/settings/x'])(
    'is 404: %s',
    async (path) => {
      const { status, body } = await unrouted('GET', path);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
    },
  );

  it('of a function that the route does not belong to is 404', async () => {
    const { status } = await callApi(createTemplates(api), { route: 'GET /settings' });
    expect(status).toBe(404);
  });
});
