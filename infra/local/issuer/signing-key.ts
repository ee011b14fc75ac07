import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';

/** The key pair of the local issuer: tokens are signed with one half, requests verified with the other. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey | Uint8Array;
  /** As a verifier fetches them from a real issuer. */
  readonly publicKeys: JWTVerifyGetKey;
}

const KEY_ID = 'local-signing-key';

/** @param file where the key is kept, so that tokens outlive a restart; without it a new one is made */
export async function openSigningKey(file?: string): Promise<SigningKey> {
  const jwk = file && existsSync(file) ? readKey(file) : await createKey(file);
  const { kty, n, e } = jwk;
  const publicKey: JWK = { kty, n, e, kid: KEY_ID, alg: 'RS256', use: 'sig' };
  return {
    id: KEY_ID,
    privateKey: await importJWK(jwk, 'RS256'),
    publicKeys: createLocalJWKSet({ keys: [publicKey] }),
  };
}

const readKey = (file: string): JWK => JSON.parse(readFileSync(file, 'utf8'));

async function createKey(file: string | undefined): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  }
  return jwk;
}
