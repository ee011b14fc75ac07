import type { Tenant } from '#shared/runtime/tenant.ts';
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
  /** @throws ForbiddenError when the person is inactive */
  rolesOf(claims: Claims): Promise<readonly Role[]>;
}
