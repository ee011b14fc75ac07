import type { Role } from '#shared/http/roles.ts';
import { TENANT_PATTERN, type Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Write } from '#shared/store/write.ts';
import { putPerson } from '#shared/tenants/people-store.ts';

/** Somebody of a tenant, with what their token says. */
export interface CastMember {
  readonly tenant: Tenant;
  readonly name: string;
  /** Subject of the token. */
  readonly userId: string;
  readonly roles: readonly Role[];
}

const ROLES_OF = {
  root: ['admin'],
  adam: ['admin'],
  ana: ['approver'],
  bob: ['approver'],
  cem: ['approver'],
  both: ['approver', 'admin'],
  mia: ['member'],
} as const satisfies Record<string, readonly Role[]>;

/** The people of a tenant: two admins, three approvers, one who is both, and a member. */
export function castOf(tenantName: string): readonly CastMember[] {
  if (!TENANT_PATTERN.test(tenantName)) throw new TypeError(`${tenantName} is no tenant`);
  const tenant = trustedTenant(tenantName);
  return Object.entries<readonly Role[]>(ROLES_OF).map(([name, roles]) => ({
    tenant,
    name,
    userId: `${tenantName}-${name}`,
    roles,
  }));
}

/** Those who may decide as far as their token goes. */
export const approversOf = (cast: readonly CastMember[]): readonly CastMember[] =>
  cast.filter(({ roles }) => roles.some((role) => role === 'approver' || role === 'admin'));

export const adminsOf = (cast: readonly CastMember[]): readonly CastMember[] =>
  cast.filter(({ roles }) => roles.includes('admin'));

/** The tenant's directory as it begins. */
export const hiring = (cast: readonly CastMember[]): readonly Write[] =>
  cast.map(({ tenant, name, userId, roles }) =>
    putPerson(
      {
        user_id: userId,
        email: `${name}@${tenant}.example`,
        name,
        roles: [...roles],
        language: 'en',
        active: true,
        managed: true,
        version: 1,
      },
      0,
    ),
  );
