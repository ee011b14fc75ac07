import { TENANT_PATTERN, type Tenant } from './tenant.ts';

/**
 * The tenant in a value that is already trusted: a verified token, a table key, a relayed event.
 * Only the readers of those may import this file (held by the import rules).
 */
export function trustedTenant(value: string): Tenant {
  if (!isTenant(value)) throw new TypeError('Not a tenant id');
  return value;
}

const isTenant = (value: string): value is Tenant => TENANT_PATTERN.test(value);
