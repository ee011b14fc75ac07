import type { Tenant } from '#shared/runtime/tenant.ts';

/** A namespace per tenant and space. Tenants have no dot in their names, so no prefix reaches another's. */
export const namespaceOf = (tenant: Tenant, spaceId: string): string =>
  `${prefixOf(tenant)}${Buffer.from(spaceId).toString('base64url')}`;

/** What the names of all of a tenant's namespaces begin with. */
export const prefixOf = (tenant: Tenant): string => `${tenant}.`;

export const spaceOf = (tenant: Tenant, namespace: string): string =>
  Buffer.from(namespace.slice(prefixOf(tenant).length), 'base64url').toString();
