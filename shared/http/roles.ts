/** PRODUCT roles, as groups of the verified token. */
export const ROLES = ['member', 'approver', 'curator', 'admin', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** What each role includes besides itself. Operators are platform staff: never a tenant's content. */
const INCLUDES: Readonly<Record<Role, readonly Role[]>> = {
  member: ['member'],
  approver: ['approver', 'member'],
  curator: ['curator', 'member'],
  admin: ['admin', 'approver', 'curator', 'member'],
  operator: ['operator'],
};

export const isRole = (value: string): value is Role => ROLES.some((role) => role === value);

/** Whether somebody with these roles may do what asks for `needed`. */
export const mayAct = (roles: readonly Role[], needed: Role): boolean =>
  roles.some((role) => INCLUDES[role].includes(needed));
