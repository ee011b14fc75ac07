import * as z from 'zod';
import { ROLES, type Role } from '#shared/http/roles.ts';

/** Roles that a tenant can hand out; `operator` is never one of them. */
export const TENANT_ROLES = ['member', 'approver', 'curator', 'admin'] as const;

/** Somebody of the tenant, as the directory knows them (stored and wire shape). */
export const person = z.object({
  user_id: z.string().min(1),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  language: z.string(),
  active: z.boolean(),
  /** An admin has set this person's roles: sign-ins leave them alone from then on. */
  managed: z.boolean(),
  version: z.int().min(1),
});
export type Person = z.infer<typeof person>;

/** Where an invited person waits until the first sign-in tells who they are. */
export const invitedId = (email: string): string => `invited:${email.toLowerCase()}`;

export const isApprover = ({ active, roles }: Person): boolean =>
  active && roles.some((role) => role === 'approver' || role === 'admin');

export const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
