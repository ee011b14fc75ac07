import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A customer organisation was set up, with its first admin. */
export const tenantCreatedV1 = defineEvent(
  'tenant.created.v1',
  z.object({ name: z.string(), admin_email: z.string() }),
);
