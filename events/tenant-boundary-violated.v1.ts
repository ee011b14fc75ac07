import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** Somebody named a tenant that is not the one of their token. */
export const tenantBoundaryViolatedV1 = defineEvent(
  'tenant.boundary_violated.v1',
  z.object({ user_id: z.string(), route: z.string() }),
);
