import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { claimsAsText } from './claims-text.ts';
import { type GatewayResponse, gatewayMessage } from './gateway-response.ts';
import type { JwtSettings } from './route-table.ts';

export type Authorization =
  | {
      readonly jwt: {
        readonly claims: Readonly<Record<string, string>>;
        readonly scopes: string[] | null;
      };
    }
  | { readonly refusal: GatewayResponse };

/**
 * API Gateway's JWT authorizer: RS256 only, `iss` exact, `aud` (or `client_id` without one) one of
 * the audience, not expired, a scope of the route if it names any.
 */
export async function authorize(
  header: string | undefined,
  settings: JwtSettings,
  keys: JWTVerifyGetKey,
): Promise<Authorization> {
  if (!header) return { refusal: unauthorized('Bearer') };
  try {
    const token = header.replace(/^Bearer /i, '');
    const options = { issuer: settings.issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
    const { payload } = await jwtVerify(token, keys, options);
    if (!isForUs(payload, settings.audience)) return { refusal: invalid(WRONG_AUDIENCE) };
    return withinScopes(payload, settings.scopes);
  } catch (error) {
    return { refusal: invalid(reasonOf(error)) };
  }
}

const WRONG_AUDIENCE = 'the token does not have a valid audience';

function isForUs({ aud, client_id: clientId }: JWTPayload, audience: readonly string[]): boolean {
  const named = aud === undefined ? [clientId] : [aud].flat();
  return named.some((name) => typeof name === 'string' && audience.includes(name));
}

function withinScopes(payload: JWTPayload, wanted: readonly string[]): Authorization {
  const claims = claimsAsText(payload);
  if (wanted.length === 0) return { jwt: { claims, scopes: null } };
  const given = String(payload.scope ?? payload.scp ?? '').split(' ');
  const scopes = wanted.filter((scope) => given.includes(scope));
  return scopes.length > 0
    ? { jwt: { claims, scopes } }
    : { refusal: gatewayMessage(403, 'Forbidden') };
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return 'invalid issuer';
  }
  return 'the token is not valid';
}

const unauthorized = (challenge: string): GatewayResponse =>
  gatewayMessage(401, 'Unauthorized', { 'www-authenticate': challenge });

const invalid = (description: string): GatewayResponse =>
  unauthorized(`Bearer scope="" error="invalid_token" error_description="${description}"`);
