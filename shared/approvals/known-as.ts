import type { Changeset, PersonRef } from '#shared/changesets/changeset.ts';
import { samePerson } from './approvers.ts';

type Involving = Pick<Changeset, 'requester' | 'editors' | 'decisions'>;

/**
 * Gives a person the address by which the changeset knows them (the id where it has none), where that is
 * one human by the addresses of the tenant's directory, whatever their tokens say; others stay as they
 * come.
 * @param directory the tenant's people, as far as they are at hand
 */
export function asKnownTo(
  { requester, editors, decisions }: Involving,
  directory: readonly PersonRef[],
): <Someone extends PersonRef>(person: Someone) => Someone {
  const entries = new Map(directory.map((entry) => [entry.user_id, entry]));
  /** As recorded from the token, and as the directory has it. */
  const accountsOf = (person: PersonRef) => [person, entries.get(person.user_id) ?? person];
  const deciders = decisions.filter((each) => each.decision !== 'escalate' && !each.lapsed);
  const involved = [requester, ...editors, ...deciders.map(({ approver }) => approver)].map(
    (recorded) => ({ recorded, accounts: accountsOf(recorded) }),
  );
  return (person) => {
    const own = accountsOf(person);
    const known = involved.find(({ accounts }) =>
      accounts.some((one) => own.some((other) => samePerson(one, other))),
    );
    if (!known || samePerson(known.recorded, person)) return person;
    const { user_id, email } = known.recorded;
    return { ...person, ...(email.trim() === '' ? { user_id } : { email }) };
  };
}
