import { tenantCreatedV1 } from '#events/tenant-created.v1.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import { absent } from '#shared/store/write.ts';
import { TenantExistsError } from './errors.ts';
import { invitedPerson } from './invite.ts';
import { putPerson } from './people-store.ts';

export interface CreateTenant {
  readonly tenantId: string;
  readonly name: string;
  readonly adminEmail: string;
}

export interface CreatedTenant {
  readonly tenant_id: string;
  readonly name: string;
  readonly admin_email: string;
}

/** Sets a tenant up, in its own items, with its first admin invited. @throws TenantExistsError */
export function createTenant(
  { clock }: { readonly clock: Clock },
  { tenantId, name, adminEmail }: CreateTenant,
): Decision<CreatedTenant> {
  const admin = invitedPerson({ email: adminEmail, roles: ['admin'] });
  const created_at = clock.now().toISOString();
  return {
    inTenant: trustedTenant(tenantId),
    writes: [
      {
        action: 'put',
        key: { partition: 'PROFILE', sort: 'CURRENT' },
        condition: absent,
        refused: () => new TenantExistsError(),
        item: { name, created_at },
      },
      putPerson(admin, 0),
    ],
    events: [{ name: tenantCreatedV1.name, data: { name, admin_email: admin.email } }],
    audit: [{ action: 'tenant.created', target: tenantId, after: { name } }],
    response: { tenant_id: tenantId, name, admin_email: admin.email },
  };
}
