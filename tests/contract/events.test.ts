import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applicationAcceptedV1 } from '#events/application-accepted.v1.ts';
import { eventTypeOf } from '#events/contract.ts';
import { deliveryRequestedV1 } from '#events/delivery-requested.v1.ts';
import { featureRequestRecordedV1 } from '#events/feature-request-recorded.v1.ts';
import { tenantCreatedV1 } from '#events/tenant-created.v1.ts';
import { turnAcceptedV1 } from '#events/turn-accepted.v1.ts';
import { events, notifiedEvents } from '#functions/queue/notifier/contract.ts';
import { EVENT_TYPES } from '#shared/notifications/event-types.ts';
import { eventContracts, eventExample } from '#tests/support/event-contracts.ts';

const contracts = await eventContracts();
/** What no endpoint can ask for: our own plumbing, and what is the platform's business. */
const INTERNAL = [
  applicationAcceptedV1.name,
  deliveryRequestedV1.name,
  featureRequestRecordedV1.name,
  tenantCreatedV1.name,
  turnAcceptedV1.name,
];

describe.each([...contracts])('%s', (file, { name, envelope }) => {
  it('is named like its file', () => {
    expect(name.replaceAll(/[._](?!v\d)/g, '-')).toBe(file);
  });

  it('accepts its good example and refuses its bad one', () => {
    expect(envelope.safeParse(eventExample(file, 'good')).error).toBeUndefined();
    expect(envelope.safeParse(eventExample(file, 'bad')).success).toBe(false);
  });

  it('is refused for no other reason than its data', () => {
    const bad = envelope.safeParse(eventExample(file, 'bad'));
    expect(bad.error?.issues.map(({ path }) => path.slice(0, 2))).toEqual([['detail', 'data']]);
  });
});

describe('the events together', () => {
  it('are all there, with nothing left over among the examples', () => {
    expect(contracts.size).toBeGreaterThan(15);
    const examples = readdirSync(new URL('../../events/examples/', import.meta.url));
    expect(examples).toHaveLength(2 * contracts.size);
  });

  it('can be asked for by endpoints, unless they are internal', () => {
    const names = [...contracts.values()].map(({ name }) => name);
    const notified = notifiedEvents.map(({ name }) => name);
    expect([...notified, ...INTERNAL].sort()).toEqual(names.sort());
    for (const name of notified) expect(EVENT_TYPES).toContain(eventTypeOf(name));
    expect(events).toContain(deliveryRequestedV1);
  });
});
