import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Allowance } from './budget-window.ts';

/** Port to what tenants allow themselves to spend: their settings. */
export interface AllowanceSource {
  current(tenant: Tenant): Promise<{ readonly settings: Allowance }>;
}
