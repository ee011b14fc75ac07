import {
  changeEndpoint,
  createEndpoint,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  removeEndpoint,
  replayDelivery,
  rotateSecret,
  testEndpoint,
} from '#functions/http/notifications/contract.ts';
import type { WebhookReceiver } from '../webhook-receiver.ts';
import type { Company, Tour } from './tour.ts';

/** Endpoints from their creation to their end, and deliveries that fail before they succeed. */
export async function sendNotifications(tour: Tour, company: Company): Promise<void> {
  const { admin } = company;
  const receiver = await tour.cloud.receiver();
  const body = { channel: 'webhook', url: receiver.url, events: ['*'] };
  const { endpoint_id } = await admin.callTwice(createEndpoint, 201, { body });
  const path = { endpoint_id };
  await failFirst(company, endpoint_id, receiver);
  await mailTheAdmins(company);
  await admin.call(listEndpoints, 200);
  await admin.call(getEndpoint, 200, { path });
  await admin.refused(getEndpoint, 404, { path: { endpoint_id: crypto.randomUUID() } });
  await admin.callTwice(rotateSecret, 200, { path });
  await endAnEndpoint(tour, company);
  await receiver.waitFor(2);
  await readLog(tour, company);
}

async function mailTheAdmins({ admin, tenant }: Company): Promise<void> {
  const body = { channel: 'email', recipients: [`ops@${tenant}.example`], events: ['*'] };
  await admin.call(createEndpoint, 201, { body });
}

/** The second attempt waits in the queue, and will succeed. */
async function failFirst(
  { admin }: Company,
  endpoint_id: string,
  receiver: WebhookReceiver,
): Promise<void> {
  receiver.answerWith(500);
  await admin.callTwice(testEndpoint, 202, { path: { endpoint_id } });
  await receiver.waitFor(1);
  receiver.answerWith(204);
}

async function readLog({ cloud }: Tour, { admin }: Company): Promise<void> {
  await cloud.drain();
  const { items } = await admin.call(listDeliveries, 200);
  const delivered = items.find(({ status }) => status === 'delivered');
  const path = { delivery_id: String(delivered?.delivery_id) };
  await admin.callTwice(replayDelivery, 202, { path });
  await cloud.drain();
  const query = { limit: '1' };
  const { next_cursor } = await admin.call(listDeliveries, 200, { query });
  if (next_cursor)
    await admin.call(listDeliveries, 200, { query: { ...query, cursor: next_cursor } });
}

/** One endpoint is gone at the receiver's word, another is removed. */
async function endAnEndpoint({ cloud }: Tour, { admin }: Company): Promise<void> {
  const receiver = await cloud.receiver();
  receiver.answerWith(410);
  const body = { channel: 'webhook', url: receiver.url, events: ['session.started'] };
  const { endpoint_id } = await admin.call(createEndpoint, 201, { body });
  const path = { endpoint_id };
  await admin.call(testEndpoint, 202, { path });
  await cloud.drain();
  await admin.callTwice(changeEndpoint, 200, { path, body: { status: 'enabled' } });
  await admin.callTwice(removeEndpoint, 200, { path });
}
