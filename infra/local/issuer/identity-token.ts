import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { emailOf, type Person } from './person.ts';
import type { SigningKey } from './signing-key.ts';

/** The issuer and client that the template's authorizer trusts. */
export interface TokenTerms {
  readonly issuer: string;
  readonly audience: string;
}

/** Changes to the claims by a pre-token-generation trigger. */
export interface ClaimChanges {
  readonly add: Readonly<Record<string, unknown>>;
  readonly suppress: readonly string[];
  readonly groups?: readonly string[];
}

export const NO_CHANGES: ClaimChanges = { add: {}, suppress: [] };

/** An ID token as Cognito makes it: the tenant is a custom attribute, roles are groups. */
export function signIdentityToken(
  person: Person,
  terms: TokenTerms,
  key: SigningKey,
  changes: ClaimChanges = NO_CHANGES,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  // An expired token was issued in the past, not in the future.
  const issuedAt = Math.min(now, now + person.expires_in - 1);
  const claims = { ...claimsOf(person, changes.groups), auth_time: issuedAt, ...changes.add };
  const kept = Object.entries(claims).filter(([name]) => !changes.suppress.includes(name));
  return new SignJWT(Object.fromEntries(kept))
    .setProtectedHeader({ alg: 'RS256', kid: key.id })
    .setIssuer(terms.issuer)
    .setAudience(terms.audience)
    .setSubject(person.user)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(now + person.expires_in)
    .sign(key.privateKey);
}

function claimsOf(person: Person, groups: readonly string[] = person.roles) {
  return {
    'cognito:username': person.user,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    'custom:tenant_id': person.tenant,
    email: emailOf(person),
    email_verified: true,
    event_id: randomUUID(),
    ...(person.name && { name: person.name }),
    origin_jti: randomUUID(),
    token_use: 'id',
  };
}
