import type { TestCloud } from '../local-cloud.ts';
import { Bucket } from '../tour/bucket.ts';
import { company, type Person } from './company.ts';
import { comparable } from './comparable.ts';
import { drafted } from './office.ts';
import { stateOf } from './tenant-items.ts';

/** What an onboarding comes to, in a form that can be compared between runs. */
export interface EndState {
  readonly items: readonly string[];
  readonly deliveries: readonly string[];
  /** Webhooks, each `webhook-id` once. */
  readonly webhooks: readonly string[];
  readonly mails: readonly string[];
  readonly found: readonly string[];
}

/** Talk, draft, approval, a template that two must approve, its rollback, and documents. */
export async function playMainJob(cloud: TestCloud, tenant: string): Promise<EndState> {
  const people = await company(cloud, tenant, {
    ada: ['admin'],
    mia: ['member'],
    ann: ['approver'],
    bob: ['approver'],
    cid: ['approver'],
  });
  const { ada, mia, ann } = people;
  const receiver = await cloud.receiver();
  const endpoint = { channel: 'webhook', url: receiver.url, events: ['*'] };
  await ada.post('/notifications/endpoints', endpoint);
  await keepDocument(cloud, tenant);
  const { conversation_id: session_id } = (await drafted(mia)).body;
  await ann.post('/recommendations/approve', { session_id, dry_run: false });
  await deployAndTakeBack(people);
  await cloud.drain();

  const ids = new Map(receiver.received.map(({ headers, body }) => [headers['webhook-id'], body]));
  const { body } = await mia.get('/knowledge/search?q=visitor%20badge');
  const mails = await cloud.mails();
  return {
    items: await stateOf(cloud.endpoints, tenant),
    deliveries: await deliveriesOf(ada),
    webhooks: [...ids.values()].map((text) => comparable(JSON.parse(text), tenant)).toSorted(),
    mails: mails
      .map(({ destination, subject }) => comparable([destination.to, subject], tenant))
      .filter((mail) => mail.includes('‹tenant›'))
      .toSorted(),
    found: body.results.map(({ text }: { text: string }) => text),
  };
}

/** Dropped, and overwritten before anybody could have read it. */
async function keepDocument(cloud: TestCloud, tenant: string): Promise<void> {
  const bucket = new Bucket(cloud.endpoints);
  const key = `tenants/${tenant}/knowledge/handbook/handbook.md`;
  await bucket.put(key, '# Visitors\n\nEvery visitor wears a yellow badge.\n');
  await cloud.drain();
  await bucket.put(key, '# Visitors\n\nEvery visitor wears a purple badge.\n');
  await cloud.drain();
  bucket.close();
}

async function deployAndTakeBack({
  ann,
  bob,
  cid,
}: Readonly<Record<'ann' | 'bob' | 'cid', Person>>) {
  const path = '/templates/manufacturing_factory/deploy';
  const { changeset_id } = (await ann.post(path, { dry_run: false })).body.changeset_info;
  const approve = (person: Person, id: string) =>
    person.post(`/approvals/${id}~1/decide`, { decision: 'approve' });
  for (const person of [bob, cid]) await approve(person, changeset_id);
  const { body } = await ann.post(`/changesets/${changeset_id}/rollback`);
  for (const person of [bob, cid]) await approve(person, body.changeset_id);
}

interface ListedDelivery {
  readonly event: string;
  readonly channel: string;
  readonly recipient: string | null;
  readonly status: string;
}

async function deliveriesOf(ada: Person): Promise<readonly string[]> {
  const items: ListedDelivery[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { body } = await ada.get(`/notifications/deliveries?limit=100${page}`);
    items.push(...body.items);
    cursor = body.next_cursor;
  }
  return items
    .map(({ event, channel, recipient, status }) =>
      comparable([event, channel, recipient, status], ada.tenant),
    )
    .toSorted();
}
