import type { Tenant } from '#shared/runtime/tenant.ts';
import { ContentionError } from '#shared/store/commit.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { invitedId, type Person, person } from './person.ts';

const PEOPLE = 'PEOPLE';
const keyOf = (userId: string): Key => ({ partition: PEOPLE, sort: userId.replaceAll('#', '-') });

export async function findPerson(table: Table, tenant: Tenant, userId: string) {
  const item = await table.get(tenant, keyOf(userId));
  return item && person.parse(item);
}

/** The person, and the invitation that waits under their e-mail address. One read. */
export async function findPersonOrInvitation(
  table: Table,
  tenant: Tenant,
  { userId, email }: { readonly userId: string; readonly email: string },
) {
  const keys = [keyOf(userId), keyOf(invitedId(email))];
  const [known, invited] = await table.getMany(tenant, keys);
  return { known: known && person.parse(known), invited: invited && person.parse(invited) };
}

export async function listPeople(table: Table, tenant: Tenant): Promise<readonly Person[]> {
  const people: Person[] = [];
  let after: string | undefined;
  do {
    const page = await table.query(tenant, { partition: PEOPLE, ...(after && { after }) });
    people.push(...page.found.map(({ item }) => person.parse(item)));
    after = page.next;
  } while (after);
  return people;
}

/** Writes a person on top of the version that was read; 0 for somebody new. */
export const putPerson = (next: Person, readVersion: number): Write => ({
  action: 'put',
  key: keyOf(next.user_id),
  condition: readVersion === 0 ? absent : equals({ version: readVersion }),
  refused: () => new ContentionError('The person was changed at the same time'),
  item: next,
});

export const removePerson = (userId: string): Write => ({ action: 'delete', key: keyOf(userId) });
