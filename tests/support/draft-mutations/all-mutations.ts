import { ROLE_MUTATIONS } from './role-mutations.ts';
import { SECURITY_MUTATIONS } from './security-mutations.ts';
import type { Mutations } from './seeded-draft.ts';
import { SHIFT_MUTATIONS } from './shift-mutations.ts';
import { SITE_MUTATIONS } from './site-mutations.ts';

/**
 * Every way in which a draft can be wrong, one error at a time, by name. Written from the schemas of
 * resources and slots and from what security levels mean, not from what the checker looks at.
 */
export const DRAFT_MUTATIONS: Mutations = {
  ...SITE_MUTATIONS,
  ...SECURITY_MUTATIONS,
  ...SHIFT_MUTATIONS,
  ...ROLE_MUTATIONS,
};
