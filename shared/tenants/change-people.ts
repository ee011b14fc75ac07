import type { Caller } from '#shared/http/caller.ts';
import { ForbiddenError, NotFoundError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { type Invitation, invitedPerson } from './invite.ts';
import { findPerson, listPeople, putPerson } from './people-store.ts';
import { invitedId, type Person } from './person.ts';

interface PeopleDeps {
  readonly table: Table;
}

export interface PersonChange {
  /** A known person; without it the one who is invited under the e-mail address. */
  readonly userId?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly roles?: Person['roles'] | undefined;
  readonly language?: string | undefined;
  readonly active?: boolean | undefined;
}

/**
 * Sets what an admin says of a person; from then on sign-ins leave it alone. Somebody unknown is
 * invited under their e-mail address. @throws NotFoundError, ForbiddenError
 */
export async function changePerson(
  { table }: PeopleDeps,
  caller: Caller,
  change: PersonChange,
): Promise<Decision<Person>> {
  const known = await findMeant(table, caller, change);
  if (!known && change.userId) throw new NotFoundError('There is no such person');
  const id = known?.user_id ?? invitedId(change.email ?? '');
  if (
    id === caller.userId &&
    (change.active === false || change.roles?.includes('admin') === false)
  )
    throw new ForbiddenError('An admin cannot lock themselves out');
  const next = known ? changed(known, change) : invitedPerson(invitationOf(change));
  return {
    writes: [putPerson(next, known?.version ?? 0)],
    events: [],
    audit: [{ action: 'person.changed', target: id, before: known, after: next }],
    response: next,
    reconsider: () => changePerson({ table }, caller, change),
  };
}

/** Whoever is meant by their id, or by the e-mail address under which they signed in or are invited. */
async function findMeant(
  table: Table,
  { tenant }: Caller,
  { userId, email = '' }: PersonChange,
): Promise<Person | undefined> {
  if (userId) return findPerson(table, tenant, userId);
  const people = await listPeople(table, tenant);
  return people.find((person) => person.email.toLowerCase() === email.toLowerCase());
}

function changed(known: Person, change: PersonChange): Person {
  const { name, roles, language, active } = change;
  return {
    ...known,
    name: name ?? known.name,
    roles: roles ?? known.roles,
    language: language ?? known.language,
    active: active ?? known.active,
    managed: true,
    version: known.version + 1,
  };
}

const invitationOf = ({ email = '', name, roles, language }: PersonChange): Invitation => ({
  email,
  name,
  language,
  roles: roles ?? ['member'],
});
