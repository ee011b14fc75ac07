import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { readPartition } from '#shared/store/keys.ts';

/** Whose an item is, by its stream image. @throws TypeError for an item of no tenant */
export function tenantOfImage(image: Readonly<Record<string, unknown>>): Tenant {
  const place = readPartition(String(image['PK']));
  if (!place) throw new TypeError('Not an item of a tenant');
  return trustedTenant(place.tenant);
}
