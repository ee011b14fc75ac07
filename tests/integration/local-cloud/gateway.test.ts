import { describe, expect, it } from 'vitest';
import { useFixtureCloud } from '#tests/support/fixture-app/use-fixture-cloud.ts';

const alice = { tenant: 'acme', user: 'alice', roles: ['admin', 'approver'] };

const withoutAlgorithm = (token: string) => {
  const header = Buffer.from('{"alg":"none"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
};

const tampered = (token: string) => {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, 'custom:tenant_id': 'globex' }));
  return `${header}.${forged.toString('base64url')}.${signature}`;
};

describe('the gateway', () => {
  const cloud = useFixtureCloud();

  it('lets a signed token in and hands its claims over as text', async () => {
    const { body, status } = await cloud.request('GET /private', {
      token: await cloud.token(alice),
    });
    expect(status).toBe(200);
    expect(body.requestContext.authorizer.jwt).toMatchObject({
      claims: { sub: 'alice', 'custom:tenant_id': 'acme', 'cognito:groups': '[admin approver]' },
      scopes: null,
    });
  });

  it.each([
    ['no token', () => undefined],
    ['nonsense', () => 'nonsense'],
    ['an expired token', () => cloud.token({ ...alice, expires_in: -1 })],
    ['a token without a signature', async () => withoutAlgorithm(await cloud.token(alice))],
    [
      'a token for another tenant under the old signature',
      async () => tampered(await cloud.token(alice)),
    ],
  ])('answers %s with the bytes of API Gateway', async (_what, token) => {
    const response = await cloud.request('GET /private', { token: await token() });
    expect(response.status).toBe(401);
    expect(response.text).toBe('{"message":"Unauthorized"}');
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it.each([
    ['GET /nowhere', 404, '{"message":"Not Found"}'],
    ['GET /broken', 500, '{"message":"Internal Server Error"}'],
  ])('answers %s with %d', async (route, status, text) => {
    expect(await cloud.request(route)).toMatchObject({ status, text });
  });

  it('gives a function up after its own time limit', async () => {
    const started = Date.now();
    expect(await cloud.request('GET /slow')).toMatchObject({ status: 500 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    expect(cloud.logs()).toContain('Task timed out after 1.00 seconds');
  });

  it('refuses a body over ten megabytes before any function sees it', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const response = await cloud.request('POST /echo/1', { body }).catch(() => undefined);
    // The connection may break while the client still sends; it is never a success.
    expect(response?.status ?? 413).toBe(413);
    expect(response?.text ?? '{"message":"Request Entity Too Large"}').toContain('Too Large');
  });

  it('joins repeated headers and query parameters, splits cookies, decodes path variables', async () => {
    const { body } = await cloud.request('GET /echo/a%20b?q=1&q=2', {
      headers: { 'X-Many': 'one', cookie: 'a=1; b=2' },
    });
    expect(body).toMatchObject({
      rawPath: '/api/echo/a b',
      rawQueryString: 'q=1&q=2',
      queryStringParameters: { q: '1,2' },
      pathParameters: { id: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-many': 'one' },
    });
    expect(body.headers).not.toHaveProperty('cookie');
  });

  it('answers a preflight itself and marks every answer to an allowed origin', async () => {
    const origin = 'https://console.example';
    const headers = { origin, 'access-control-request-method': 'GET' };
    const preflight = await cloud.request('OPTIONS /private', { headers });
    expect(preflight.status).toBe(204);
    const refused = await cloud.request('GET /private', { headers: { origin } });
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('signing in', () => {
  const cloud = useFixtureCloud();
  const post = (body: string) => fetch(`${cloud.url}/local/token`, { method: 'POST', body });

  it('runs the trigger of the user pool, which may refuse', async () => {
    await cloud.token(alice);
    expect(cloud.calls('sign-in').at(-1)).toMatchObject({
      operation: 'PutItem',
      parameters: { Item: { PK: { S: 'PERSON#acme' }, SK: { S: 'alice' } } },
    });
    const response = await post('{"tenant":"acme","user":"mallory"}');
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'mallory may not come in' });
  });

  it.each(['not json', '{}', '{"tenant":"acme","user":7}'])('refuses %s', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('tells where an AWS client finds everything', async () => {
    const endpoints = await (await fetch(`${cloud.url}/local/endpoints`)).json();
    expect(endpoints).toEqual(cloud.endpoints);
    expect(endpoints).toMatchObject({ table: expect.any(String), region: 'us-east-1' });
  });
});
