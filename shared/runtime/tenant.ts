declare const tenantBrand: unique symbol;

/** A tenant that was proven, not claimed: a plain string is not one, so a query cannot take it. */
export type Tenant = string & { readonly [tenantBrand]: true };

/** Ids carry no `#`, so a tenant's key prefix never reaches another tenant's items. */
export const TENANT_PATTERN = /^[a-z0-9][a-z0-9-]{1,62}$/;
