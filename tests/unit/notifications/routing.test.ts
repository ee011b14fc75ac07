import { describe, expect, it } from 'vitest';
import { deliveryIdOf } from '#shared/notifications/delivery.ts';
import { wants } from '#shared/notifications/endpoint.ts';
import { peopleConcerned } from '#shared/notifications/people-concerned.ts';
import type { Person } from '#shared/tenants/person.ts';
import { aWebhook } from '#tests/support/notifications/delivery-world.ts';

const person = (user_id: string, part: Partial<Person> = {}): Person => ({
  user_id,
  email: `${user_id}@acme.example`,
  name: user_id,
  roles: ['member'],
  language: 'en',
  active: true,
  managed: true,
  version: 1,
  ...part,
});

const people = [
  person('mia'),
  person('ana', { roles: ['approver'] }),
  person('bob', { roles: ['approver'] }),
  person('cem', { roles: ['admin'] }),
  person('dan', { roles: ['approver'], active: false }),
  person('eve', { roles: ['admin'], email: '' }),
];

const toldOf = (event: string, requester = 'ana') =>
  peopleConcerned(event, { requester: { user_id: requester } }, people).map(
    ({ user_id }) => user_id,
  );

describe('people are told by e-mail', () => {
  it('of a pending approval: whoever may decide it, never who asked for it', () => {
    expect(toldOf('approval.requested')).toEqual(['bob', 'cem']);
    expect(toldOf('approval.requested', 'mia')).toEqual(['ana', 'bob', 'cem']);
  });

  it('of a rejection or a roll-back: who asked for the change', () => {
    expect(toldOf('approval.rejected', 'mia')).toEqual(['mia']);
    expect(toldOf('changeset.rolled_back', 'mia')).toEqual(['mia']);
  });

  it('of an escalation or a disabled endpoint: the admins', () => {
    expect(toldOf('session.escalated')).toEqual(['cem']);
    expect(toldOf('endpoint.disabled')).toEqual(['cem']);
  });

  it('of nothing else', () => {
    expect(toldOf('changeset.applied')).toEqual([]);
    expect(toldOf('__proto__')).toEqual([]);
  });
});

describe('an endpoint', () => {
  it('gets the events it asked for, or all, and none while it is disabled', () => {
    expect(wants({ ...aWebhook, events: ['changeset.applied'] }, 'changeset.applied')).toBe(true);
    expect(wants({ ...aWebhook, events: ['changeset.applied'] }, 'changeset.stale')).toBe(false);
    expect(wants({ ...aWebhook, events: ['*'] }, 'something.new')).toBe(true);
    expect(wants({ ...aWebhook, status: 'disabled' }, 'changeset.applied')).toBe(false);
  });
});

describe('the id of a delivery', () => {
  const target = {
    eventId: 'e-1',
    occurredAt: '2026-01-05T00:00:00.000Z',
    endpointId: 'p-1',
    recipient: null,
  };

  it('is the same for the same event and receiver, another for any other', () => {
    expect(deliveryIdOf(target)).toBe(deliveryIdOf({ ...target }));
    const others = [
      { ...target, eventId: 'e-2' },
      { ...target, endpointId: 'p-2' },
      { ...target, endpointId: null, recipient: 'a@acme.example' },
      { ...target, recipient: 'a@acme.example' },
    ];
    expect(new Set([target, ...others].map(deliveryIdOf)).size).toBe(5);
  });

  it('sorts by the time of the event', () => {
    const later = deliveryIdOf({ ...target, occurredAt: '2026-01-05T00:00:00.001Z' });
    expect(deliveryIdOf(target) < later).toBe(true);
  });
});
