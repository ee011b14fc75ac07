import { AppError } from '#shared/runtime/app-error.ts';
import { TENANT_PATTERN } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Claims } from './caller.ts';
import { isRole, type Role } from './roles.ts';

class UnauthenticatedError extends AppError {
  readonly code = 'unauthenticated';
}

type ClaimValues = Readonly<Record<string, unknown>>;

/**
 * Reads the claims that API Gateway's JWT authorizer has verified.
 * @throws UnauthenticatedError when they name no tenant or person
 */
export function readClaims(claims: ClaimValues | undefined): Claims {
  const tenant = claims?.['custom:tenant_id'];
  const userId = claims?.['sub'];
  if (typeof tenant !== 'string' || !TENANT_PATTERN.test(tenant) || typeof userId !== 'string')
    throw new UnauthenticatedError('The token names no tenant');
  return {
    tenant: trustedTenant(tenant),
    userId,
    email: String(claims?.['email'] ?? '').toLowerCase(),
    roles: readGroups(claims?.['cognito:groups']),
  };
}

/** API Gateway hands an array claim over as text: `[admin approver]`. Unknown groups mean nothing. */
function readGroups(groups: unknown): readonly Role[] {
  const names = Array.isArray(groups)
    ? groups.map(String)
    : String(groups ?? '')
        .replace(/^\[|\]$/g, '')
        .split(/[\s,]+/);
  return names.filter(isRole);
}
