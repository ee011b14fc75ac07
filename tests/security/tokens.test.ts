import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  generateKeyPair,
  importJWK,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { everyRoute, guardedRoutes, pathOf } from '#tests/support/security/every-route.ts';

const stateFolder = mkdtempSync(join(tmpdir(), 'onboarding-tokens-'));
const cloud = useLocalCloud({ stateFolder });
afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));

type Key = CryptoKey | Uint8Array;
let genuine: string;
let ours: Key;
beforeAll(async () => {
  genuine = await cloud.token({ tenant: 'acme', user: 'ana', roles: ['admin', 'operator'] });
  // What the sign-in left to do is not the doing of a forged token.
  await cloud.drain();
  const files = readdirSync(stateFolder, { recursive: true }).map(String);
  const file = files.find((name) => name.endsWith('signing-key.json')) ?? '';
  ours = await importJWK(JSON.parse(readFileSync(join(stateFolder, file), 'utf8')), 'RS256');
});

const seconds = () => Math.floor(Date.now() / 1000);
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { header, payload, signature };
};

/** The genuine token with other claims, signed as it was. */
const signed = (claims: object, key: Key = ours) =>
  new SignJWT({ ...decodeJwt(genuine), ...claims })
    .setProtectedHeader({ ...decodeProtectedHeader(genuine), alg: 'RS256' })
    .sign(key);

const unsigned = (alg: string) =>
  `${encoded({ ...decodeProtectedHeader(genuine), alg })}.${partsOf(genuine).payload}.`;

const FORGERIES: Readonly<Record<string, () => Promise<string> | string>> = {
  'no token': () => '',
  'no token at all but a word': () => 'Bearer',
  'something that is no token': () => 'Bearer a.b.c',
  'a token of another key': async () => signed({}, (await generateKeyPair('RS256')).privateKey),
  'alg none': () => unsigned('none'),
  'alg NONE': () => unsigned('NONE'),
  'no signature': () => `${partsOf(genuine).header}.${partsOf(genuine).payload}.`,
  'a signature of another payload': () => {
    const { header, signature } = partsOf(genuine);
    const payload = { ...decodeJwt(genuine), 'custom:tenant_id': 'globex' };
    return `${header}.${encoded(payload)}.${signature}`;
  },
  'a shared-secret algorithm': () =>
    new SignJWT(decodeJwt(genuine))
      .setProtectedHeader({ ...decodeProtectedHeader(genuine), alg: 'HS256' })
      .sign(Buffer.from('the public key, as an attacker would take it')),
  'an expired token': () => signed({ exp: seconds() - 120 }),
  'a token that never expires': () => signed({ exp: undefined }),
  'a token from tomorrow': () => signed({ nbf: seconds() + 3600 }),
  'another issuer': () => signed({ iss: 'https://issuer.example' }),
  'an issuer that begins like ours': () =>
    signed({ iss: `${decodeJwt(genuine).iss}.evil.example` }),
  'another audience': () => signed({ aud: 'another-client' }),
  'no audience': () => signed({ aud: undefined }),
};

const call = (name: string, path: string, token: string) => {
  const [method = 'GET'] = name.split(' ');
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
  return cloud.request(`${method} ${path}`, {
    headers: token ? { authorization: token } : {},
    idempotencyKey: 'forged',
    ...body,
  });
};

describe('a forged token', () => {
  it.each(Object.entries(FORGERIES))('opens no route: %s', async (_, forge) => {
    const token = await forge();
    cloud.forgetCalls();
    const answers = guardedRoutes.map(async ({ name, route }) => {
      const { status, text } = await call(name, pathOf(route), token);
      return { name, status, text };
    });
    expect(await Promise.all(answers)).toEqual(
      guardedRoutes.map(({ name }) => ({ name, status: 401, text: '{"message":"Unauthorized"}' })),
    );
    expect(cloud.calls()).toEqual([]);
  });

  it('is told from the genuine one, which opens routes', async () => {
    expect((await call('GET /settings', '/settings', `Bearer ${genuine}`)).status).toBe(200);
    const again = await signed({});
    expect((await call('GET /settings', '/settings', `Bearer ${again}`)).status).toBe(200);
  });
});

describe('a genuine token', () => {
  it.each<[string, object]>([
    ['no tenant', { 'custom:tenant_id': undefined }],
    ['an empty tenant', { 'custom:tenant_id': '' }],
    ['a tenant with the separator of keys', { 'custom:tenant_id': 'acme#SETTINGS' }],
    ['a tenant in capitals', { 'custom:tenant_id': 'ACME' }],
    ['two tenants', { 'custom:tenant_id': ['acme', 'globex'] }],
  ])('opens nothing with %s', async (_, claims) => {
    const token = await signed(claims);
    const { status, body } = await call('GET /settings', '/settings', `Bearer ${token}`);
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
  });

  it.each(['[admin]', 'admin]', 'ADMIN', 'administrator', 'admin-', 'root'])(
    'gives no role through a group that is named %j',
    async (group) => {
      const token = await signed({ sub: randomUUID(), 'cognito:groups': [group] });
      const { status } = await call('GET /settings', '/settings', `Bearer ${token}`);
      expect(status).toBe(403);
    },
  );
});

describe('a public route', () => {
  it('needs no token, and there are only those that are meant to be', async () => {
    const open = everyRoute.filter(({ route }) => route.role === 'public');
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'GET /decisions/{token}',
      'GET /health',
      'GET /openapi.json',
      'GET /problems/{problem}',
      'POST /decisions/{token}',
    ]);
    for (const { name, route } of open) {
      // A link that nobody has sent leads nowhere.
      const status = route.path.startsWith('/decisions/') ? 404 : 200;
      expect((await call(name, pathOf(route, { problem: 'forbidden' }), '')).status).toBe(status);
    }
  });
});
