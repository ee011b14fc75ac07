import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { RawInput } from './read-input.ts';

export class TenantMismatchError extends AppError {
  readonly code = 'tenant_mismatch';
}

const FIELDS = ['tenant_id', 'tenantId', 'tenant'];

/**
 * The tenant comes from the token. One that is named elsewhere is never used; where it differs, the
 * call is refused. @throws TenantMismatchError
 */
export function guardTenantBoundary(
  tenant: Tenant,
  raw: RawInput,
  headers: Readonly<Record<string, string | undefined>>,
): void {
  const named = [raw.path, raw.query, raw.body].flatMap(namedIn);
  const foreign = [...named, headers['x-tenant-id']].some(
    (value) => value !== undefined && value !== tenant,
  );
  if (foreign) throw new TenantMismatchError('The request names another tenant than its token');
}

function namedIn(part: unknown): readonly unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([name]) => FIELDS.includes(name))
    .map(([, value]) => value);
}
