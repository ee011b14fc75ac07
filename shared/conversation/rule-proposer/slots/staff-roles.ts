import type { Candidate, ReadInput } from '../candidate.ts';
import { readRoleChanges } from './role-changes.ts';
import { readRoleList, readRolesAlone } from './role-list.ts';

/** Changes to the suggested roles, a list behind "roles:" and the like, or roles without a word around them. */
export function readStaffRoles(input: ReadInput, shifts: readonly Candidate[]): Candidate[] {
  const changed = readRoleChanges(input);
  if (changed.length > 0) return changed;
  const listed = readRoleList(input);
  return listed.length > 0 ? listed : readRolesAlone(input, shifts);
}
