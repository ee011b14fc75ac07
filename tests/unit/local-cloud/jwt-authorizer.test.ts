import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { authorize } from '#infra/local/gateway/jwt-authorizer.ts';
import type { JwtSettings } from '#infra/local/gateway/route-table.ts';

const settings: JwtSettings = {
  issuer: 'https://issuer.example/pool',
  audience: ['client'],
  scopes: [],
};

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  keys = await generateKeyPair('RS256');
});

const token = (claims: JWTPayload = {}, key = keys.privateKey, alg = 'RS256') =>
  new SignJWT({
    iss: settings.issuer,
    aud: 'client',
    sub: 'alice',
    exp: Math.floor(Date.now() / 1000) + 60,
    ...claims,
  })
    .setProtectedHeader({ alg })
    .sign(key);

const check = (header: string | undefined, own: Partial<JwtSettings> = {}) =>
  authorize(header, { ...settings, ...own }, async () => keys.publicKey);

const unauthorized = { refusal: { status: 401, body: '{"message":"Unauthorized"}' } };

describe('the JWT authorizer', () => {
  it('takes a token with and without the word Bearer', async () => {
    for (const header of [await token(), `Bearer ${await token()}`]) {
      expect(await check(header)).toMatchObject({
        jwt: { claims: { sub: 'alice' }, scopes: null },
      });
    }
  });

  it.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'https://issuer.example/other' }],
    ['another audience', { aud: 'stranger' }],
    ['no audience and no client', { aud: undefined }],
    ['an end that is past', { exp: 1 }],
    ['no end', { exp: undefined }],
    ['a beginning in the future', { nbf: 4_000_000_000 }],
  ])('refuses one with %s', async (_what, claims) => {
    expect(await check(await token(claims))).toMatchObject(unauthorized);
  });

  it('refuses a signature by another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await check(await token({}, privateKey))).toMatchObject(unauthorized);
  });

  it('refuses another algorithm, though the key be right', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const result = authorize(await token({}, privateKey, 'ES256'), settings, async () => publicKey);
    expect(await result).toMatchObject(unauthorized);
  });

  it('asks for a token where there is none', async () => {
    expect(await check(undefined)).toMatchObject({
      refusal: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    });
  });

  it('looks at the client where a token has no audience', async () => {
    const result = await check(await token({ aud: undefined, client_id: 'client' }));
    expect(result).toHaveProperty('jwt');
  });

  it('wants one of the scopes of its route', async () => {
    const scopes = ['notes:read', 'notes:write'];
    const reader = await token({ scope: 'openid notes:read' });
    expect(await check(reader, { scopes })).toMatchObject({ jwt: { scopes: ['notes:read'] } });
    expect(await check(await token(), { scopes })).toMatchObject({
      refusal: { status: 403, body: '{"message":"Forbidden"}' },
    });
  });
});
