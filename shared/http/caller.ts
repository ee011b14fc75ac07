import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Actor } from '#shared/store/audit-record.ts';
import type { Role } from './roles.ts';

/** What a verified token says of a person. */
export interface Claims {
  readonly tenant: Tenant;
  readonly userId: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Who is calling: everything a use case may know of them. Made only from a verified token. */
export interface Caller extends Claims {
  readonly correlationId: string;
  readonly sourceIp: string;
}

/** Port to the tenant's people: the roles that token and directory both give. */
export interface Directory {
  /**
   * @param caller with the roles of the token; who is new is added, on record with this request
   * @throws ForbiddenError when the person is inactive
   */
  rolesOf(caller: Caller): Promise<readonly Role[]>;
}

/** Who is calling, as the audit trail names them. */
export const actorOf = ({ userId, email, roles, sourceIp }: Caller): Actor => ({
  id: userId,
  email,
  roles,
  sourceIp,
});
