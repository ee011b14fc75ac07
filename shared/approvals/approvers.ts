import type { Changeset, PersonRef } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import { mayAct } from '#shared/http/roles.ts';
import type { ApproverSet } from '#shared/tenants/approval-policy.ts';
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

/**
 * Whether the policy asks this person: by role, by id or e-mail address, or as any approver; and did so
 * when the changeset was submitted.
 */
export const isAsked = ({ policy }: Pick<Changeset, 'policy'>, approver: Approver): boolean =>
  [policy.approvers, policy.submitted_approvers].every((set) => !set || isIn(set, approver));

const isIn = ({ roles, people }: ApproverSet, approver: Approver): boolean =>
  roles.some((role) => mayAct(approver.roles, role)) ||
  people.some((name) => goesBy(approver, name));

/** Whether a policy that says this name means the person: an address by its `@`, else an id. */
export function goesBy(person: PersonRef, name: string): boolean {
  const wanted = name.trim().toLowerCase();
  return wanted === (wanted.includes('@') ? addressOf(person) : person.user_id.toLowerCase());
}

/** One human is one person, however many accounts share the e-mail address. */
export const samePerson = (one: PersonRef, other: PersonRef): boolean =>
  one.user_id === other.user_id || (addressOf(one) !== '' && addressOf(one) === addressOf(other));

const addressOf = ({ email }: PersonRef): string => email.trim().toLowerCase();

/** Each human once, as they came first. */
export function distinct<Someone extends PersonRef>(people: readonly Someone[]): Someone[] {
  const known = new Set<string>();
  return people.filter((person) => {
    const names = [`id ${person.user_id}`, `address ${addressOf(person)}`];
    const isKnown = names.some((name) => known.has(name));
    for (const name of names) if (name !== 'address ') known.add(name);
    return !isKnown;
  });
}

/** Whoever asked for the changeset or put a value into it never counts toward the quorum. */
export const mayCount = (
  { requester, editors }: Pick<Changeset, 'requester' | 'editors'>,
  person: PersonRef,
): boolean => ![requester, ...editors].some((involved) => samePerson(involved, person));

/** Whether the person's approval or rejection of the revision stands; handing it on decides nothing. */
export const hasDecided = (
  { decisions, revision_hash }: Pick<Changeset, 'decisions' | 'revision_hash'>,
  person: PersonRef,
): boolean =>
  decisions.some(
    (each) =>
      samePerson(each.approver, person) &&
      each.decision !== 'escalate' &&
      !each.lapsed &&
      each.revision_hash === revision_hash,
  );
