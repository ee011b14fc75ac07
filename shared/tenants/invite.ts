import type { Person } from './person.ts';
import { invitedId } from './person.ts';

export interface Invitation {
  readonly email: string;
  readonly name?: string | undefined;
  readonly roles: Person['roles'];
  readonly language?: string | undefined;
}

/** Somebody who has not signed in yet; their first sign-in takes the invitation up. */
export const invitedPerson = ({ email, name, roles, language }: Invitation): Person => ({
  user_id: invitedId(email),
  email: email.toLowerCase(),
  name: name ?? email,
  roles,
  language: language ?? 'en',
  active: true,
  managed: true,
  version: 1,
});
