import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { drafted } from '#tests/support/onboarding/office.ts';

const cloud = useLocalCloud();

const entries = z.object({
  Entries: z.array(z.object({ DetailType: z.string(), Source: z.string(), Detail: z.string() })),
});

/** What the relay has put on the bus for a tenant, each event once. */
function published(tenant: string): readonly string[] {
  const puts = cloud.calls('event-relay').filter(({ operation }) => operation === 'PutEvents');
  const events = puts
    .flatMap(({ parameters }) => entries.parse(parameters).Entries)
    .map(({ DetailType, Detail }) => ({ name: DetailType, detail: JSON.parse(Detail) }))
    .filter(({ detail }) => detail.tenant_id === tenant);
  return [...new Map(events.map(({ name, detail }) => [detail.id, name])).values()].toSorted();
}

const TOLD = [
  'approval.granted',
  'approval.requested',
  'changeset.applied',
  'session.answered',
  'session.completed',
  'session.drafted',
  'session.started',
];

it('every event of an onboarding reaches the bus, a verified webhook, and the people it concerns', async () => {
  const people = { ada: ['admin'], mia: ['member'], ann: ['approver'] };
  const { ada, mia, ann } = await company(cloud, 'whole', people);
  const receiver = await cloud.receiver();
  const endpoint = { channel: 'webhook', url: receiver.url, events: ['*'] };
  const { secret } = (await ada.post('/notifications/endpoints', endpoint)).body;

  const { conversation_id: session_id } = (await drafted(mia)).body;
  const approved = await ann.post('/recommendations/approve', { session_id, dry_run: false });
  expect(approved.body.status).toBe('applied');
  await cloud.drain();

  expect(published('whole').map((name) => name.replace('.v1', ''))).toEqual(TOLD);
  const webhook = new Webhook(secret);
  const verified = receiver.received.map(({ body, headers }) =>
    webhook.verify(body, z.record(z.string(), z.string()).parse(headers)),
  );
  const types = verified.map((event) => z.object({ type: z.string() }).parse(event).type);
  expect(types.toSorted()).toEqual(TOLD);

  const mails = (await cloud.mails()).filter(({ destination }) =>
    destination.to.includes(ann.email),
  );
  expect(mails.map(({ subject }) => subject)).toEqual(['Please decide: Set up Harbor Point']);
  const deliveries = (await ada.get('/notifications/deliveries')).body.items;
  expect(new Set(deliveries.map(({ status }: { status: string }) => status))).toEqual(
    new Set(['delivered']),
  );
});
