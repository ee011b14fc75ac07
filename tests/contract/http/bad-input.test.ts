import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createChangesets } from '#functions/http/changesets/handler.ts';
import { createHandler as createTenants } from '#functions/http/tenants/handler.ts';
import { MAX_BODY_BYTES } from '#shared/http/read-input.ts';
import { type ApiCall, callApi, eventOf } from '#tests/support/http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '#tests/support/http/in-memory-api.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const PUT = { route: 'PUT /settings' };

let api: InMemoryApi;
let call: (call: ApiCall) => ReturnType<typeof callApi>;
beforeEach(() => {
  api = inMemoryApi();
  const handler = createTenants(api);
  call = (each) => callApi(handler, each);
});

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a body that is not what it should be', () => {
  it.each([
    ['cut off', '{"language":'],
    ['two documents', '{} {}'],
    ['with a comment', '{"language":"en"} // now'],
    ['not JSON at all', '<xml/>'],
  ])('is refused as malformed: %s', async (_, rawBody) => {
    const { status, body } = await call({ ...PUT, rawBody });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed_json' });
  });

  it('is refused as malformed where it is not UTF-8', async () => {
    const rawBody = Buffer.from([0x22, 0xff, 0x22]).toString('base64');
    const event = { ...eventOf({ ...PUT, rawBody }), isBase64Encoded: true };
    const answer = await createTenants(api)(event, lambdaContext);
    expect(answer).toMatchObject({ statusCode: 400 });
  });

  it('gets a pointer per wrong field', async () => {
    const approval_policy = { auto_below: 7, quorum: 'two' };
    const { status, body } = await call({
      ...PUT,
      body: { approval_policy, pii_policy: 'burn', 'a/b~c': 1 },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation_failed', title: 'The request is not valid' });
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers.toSorted()).toEqual([
      '',
      '/approval_policy/auto_below',
      '/approval_policy/quorum',
      '/pii_policy',
    ]);
  });

  it.each(['[1]', '"text"', '12', 'null', 'true'])('is no settings: %s', async (rawBody) => {
    const { status, body } = await call({ ...PUT, rawBody });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
  });

  it('is refused over 256 KB, and read up to it', async () => {
    const fill = (bytes: number) => `{"language":"${'x'.repeat(bytes - 15)}"}`;
    const over = await call({ ...PUT, rawBody: fill(MAX_BODY_BYTES + 1) });
    expect({ status: over.status, code: over.body.code }).toEqual({
      status: 413,
      code: 'payload_too_large',
    });
    expect((await call({ ...PUT, rawBody: fill(MAX_BODY_BYTES) })).status).toBe(400);
  });

  it.each(['text/plain', 'multipart/form-data', 'application/jsonp', undefined])(
    'is refused when it comes as %s',
    async (type) => {
      const { status, body } = await call({ ...PUT, body: {}, headers: { 'content-type': type } });
      expect({ status, code: body.code }).toEqual({ status: 415, code: 'unsupported_media_type' });
    },
  );

  it.each(['application/json;charset=utf-8', 'APPLICATION/JSON', 'application/merge-patch+json'])(
    'is read when it comes as %s',
    async (type) => {
      const { status } = await call({ ...PUT, body: {}, headers: { 'content-type': type } });
      expect(status).toBe(200);
    },
  );

  it.each([
    ['nested too deep', `{"language":${nested(65)}}`, 'nested'],
    ['nested past any stack', `{"language":${nested(100_000)}}`, 'nested'],
    ['half a surrogate pair', '{"language":"\\udc00"}', 'surrogate'],
    ['half a pair in a name', '{"\\ud800":1}', 'surrogate'],
    ['a name that schemas pass over', '{"notification_routes":{"__proto__":{}}}', 'no name'],
    ['a number past all numbers', '{"language":1e999}', 'number'],
  ])('points at what nothing can carry: %s', async (_, rawBody, why) => {
    const { status, body } = await call({ ...PUT, rawBody });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].detail).toContain(why);
  });

  it('may be wide, and gets its answer all the same', async () => {
    const rawBody = `{"notification_routes":{},"ignored":[${'1,'.repeat(125_000)}1]}`;
    const { status, body } = await call({ ...PUT, rawBody });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"notification_routes":{"__proto__":["x"],"constructor":[]}}',
    '{"constructor":{"prototype":{"admin":true}}}',
  ])('cannot reach a prototype: %s', async (rawBody) => {
    await call({ ...PUT, rawBody });
    expect(Reflect.get({}, 'admin')).toBeUndefined();
    const { body } = await call({ route: 'GET /settings' });
    expect(body.admin).toBeUndefined();
  });

  it('changes nothing and tells nobody', async () => {
    await call({ ...PUT, body: { language: 7 } });
    expect((await call({ route: 'GET /settings' })).body.version).toBe(0);
    expect(api.events()).toEqual([]);
  });
});

describe('an address', () => {
  const changesets = (path: string) =>
    callApi(createChangesets(api), {
      route: 'GET /changesets/{changeset_id}',
      path: { changeset_id: path },
    });

  it.each(['unknown', '../people', 'a b', 'x'.repeat(129), '%00', 'TENANT#other', "' OR 1=1 --"])(
    'that leads nowhere is not found: %s',
    async (id) => {
      const { status, body } = await changesets(id);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
    },
  );

  it.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', 'ten'],
    ['limit', '1.5'],
    ['cursor', 'made-up'],
    ['cursor', 'eyJhIjoxfQ.AAAA'],
  ])('has its query checked: %s=%s', async (name, value) => {
    const { status, body } = await callApi(createChangesets(api), {
      route: 'GET /changesets',
      query: { [name]: value },
    });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
    expect(body.errors[0].pointer).toBe(`/${name}`);
  });
});
