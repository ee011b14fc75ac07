import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import { mayAct } from '#shared/http/roles.ts';
import type { Person } from '#shared/tenants/person.ts';

/** What it depends on who may decide about a changeset, and who has. */
export type Asking = Pick<
  Changeset,
  'requester' | 'editors' | 'policy' | 'decisions' | 'revision_hash'
>;

/** Somebody who may be asked: from the directory, or calling. */
export type Approver = Pick<Person, 'user_id' | 'email' | 'roles'>;

export const approverOf = ({ userId, email, roles }: Caller): Approver => ({
  user_id: userId,
  email,
  roles: [...roles],
});

/** Whether the policy asks this person: by role, by id or e-mail address, or as any approver. */
export function isAsked({ policy }: Pick<Changeset, 'policy'>, approver: Approver): boolean {
  const { approvers } = policy;
  if (!approvers) return true;
  return (
    approvers.roles.some((role) => mayAct(approver.roles, role)) ||
    approvers.people.some((name) => goesBy(approver, name))
  );
}

/** Whether this is the id or the e-mail address of the person. */
export const goesBy = ({ user_id, email }: Approver, name: string): boolean =>
  [user_id, email].some((own) => own.toLowerCase() === name.toLowerCase());

/** Whoever asked for the changeset or put a value into it never counts toward the quorum. */
export const mayCount = (
  { requester, editors }: Pick<Changeset, 'requester' | 'editors'>,
  userId: string,
): boolean => requester.user_id !== userId && !editors.includes(userId);

/** Whether the person has approved or rejected the revision; handing it on decides nothing. */
export const hasDecided = (
  { decisions, revision_hash }: Pick<Changeset, 'decisions' | 'revision_hash'>,
  userId: string,
): boolean =>
  decisions.some(
    (each) =>
      each.approver.user_id === userId &&
      each.decision !== 'escalate' &&
      each.revision_hash === revision_hash,
  );
