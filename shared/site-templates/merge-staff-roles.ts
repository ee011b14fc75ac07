import type { StaffRoleChange } from './customizations.ts';
import { mergeByKey } from './merge-by-key.ts';
import type { Merged } from './merged.ts';
import type { TemplateStaffRole } from './site-template.ts';

/** The staff roles after the changes. A new role without a name is called after its code. */
export const mergeStaffRoles = (
  roles: readonly TemplateStaffRole[],
  changes: readonly StaffRoleChange[],
): Merged<TemplateStaffRole[]> =>
  mergeByKey(roles, changes, {
    place: '/staff_roles',
    keyField: 'code',
    keyOf: ({ code }) => code,
    mergeEntry: (role, { code, name }) => ({
      value: { code, name: name ?? role?.name ?? readable(code) },
      errors: [],
    }),
  });

/** `STUDENT_WORKER` → `Student Worker`. */
const readable = (code: string): string =>
  code
    .toLowerCase()
    .split('_')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
