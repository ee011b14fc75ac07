declare const tenantBrand: unique symbol;

/** A tenant that was proven, not claimed: a plain string is not one, so a query cannot take it. */
export type Tenant = string & { readonly [tenantBrand]: true };

/** Ids carry no `#`, so a tenant's key prefix never reaches another tenant's items. */
export const TENANT_PATTERN = /^[a-z0-9][a-z0-9-]{1,62}$/;

const isTenant = (value: string): value is Tenant => TENANT_PATTERN.test(value);

/**
 * The tenant in a value that is already trusted: a verified token, a table key, a relayed event.
 * Only the readers of those may call it (held by the import rules).
 */
export function trustedTenant(value: string): Tenant {
  if (!isTenant(value)) throw new TypeError('Not a tenant id');
  return value;
}
