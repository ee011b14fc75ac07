import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { readRoleChanges } from './role-changes.ts';
import { readRoleList, readRolesAlone } from './role-list.ts';

/** Changes to the suggested roles, a list behind "roles:" and the like, or roles without a word around them. */
export function readStaffRoles(input: ReadInput, shifts: readonly Candidate[]): Candidate[] {
  const changed = readRoleChanges(input);
  if (changed.length > 0) return changed;
  const listed = readRoleList(input);
  return listed.length > 0 ? listed : readRolesAlone(input, shifts);
}

/** What is there to be changed: the roles that were said, else those that would be offered. */
export const currentRoles = ({ slots, suggested }: ReadInput['input']): readonly string[] =>
  slots.staff_roles?.value ?? suggested.staff_roles ?? [];

export const rolesCandidate = (
  codes: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  confidence: number = CERTAINTY.stated,
): Candidate => ({ slot: 'staff_roles', value: [...new Set(codes)], start, end, confidence });
