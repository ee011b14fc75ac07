import * as z from 'zod';
import { isApprover, type Person } from '#shared/tenants/person.ts';

type Choose = (people: readonly Person[], requesterId: string | undefined) => readonly Person[];

const deciders: Choose = (people, requesterId) =>
  people.filter((person) => isApprover(person) && person.user_id !== requesterId);
const requester: Choose = (people, requesterId) =>
  people.filter(({ user_id }) => user_id === requesterId);
const admins: Choose = (people) => people.filter(({ roles }) => roles.includes('admin'));

/** Whom an event concerns in person (the default e-mail routes of PRODUCT section 9). */
const ROUTES: ReadonlyMap<string, Choose> = new Map([
  ['approval.requested', deciders],
  ['approval.reminded', deciders],
  ['approval.rejected', requester],
  ['approval.escalated', admins],
  ['changeset.rolled_back', requester],
  ['changeset.failed', requester],
  ['session.escalated', admins],
  ['endpoint.disabled', admins],
  ['budget.threshold_reached', admins],
  ['system.error', admins],
]);

export const concernsPeople = (eventType: string): boolean => ROUTES.has(eventType);

/** Who gets an e-mail about an event without having asked. Whoever asked for a change never decides it. */
export function peopleConcerned(
  eventType: string,
  data: unknown,
  people: readonly Person[],
): readonly Person[] {
  const choose = ROUTES.get(eventType);
  if (!choose) return [];
  const active = people.filter((person) => person.active && person.email !== '');
  return choose(active, withRequester.safeParse(data).data?.requester.user_id);
}

const withRequester = z.object({ requester: z.object({ user_id: z.string() }) });
