import {
  cancelConversationRoute,
  listConversations,
} from '#functions/http/conversation-queries/contract.ts';
import { createEndpoint } from '#functions/http/notifications/contract.ts';
import { start } from '#functions/http/start/contract.ts';
import { eventually } from '#infra/local/demo/eventually.ts';
import { DELIVERY_QUEUE } from '#shared/notifications/delivery-store.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import type { TestCloud } from '../local-cloud.ts';
import { rewindDue } from '../notifications/rewind-due.ts';
import type { Company, Tour } from './tour.ts';

/** What waits for a time: a delivery that was asked to, and an event that the relay did not mark. */
export async function keepTime(tour: Tour, company: Company): Promise<void> {
  await wakeDelivery(tour, company);
  await resendEvent(tour, company);
}

async function wakeDelivery({ cloud }: Tour, company: Company): Promise<void> {
  const receiver = await cloud.receiver();
  receiver.answerWith(429, { 'retry-after': '3600' });
  const body = { channel: 'webhook', url: receiver.url, events: ['session.started'] };
  await company.admin.call(createEndpoint, 201, { body });
  await somethingHappens(company);
  await receiver.waitFor(1);
  receiver.answerWith(204);
  await comesDue(cloud, DELIVERY_QUEUE);
  await cloud.invoke('schedule/due-timers', {});
  await receiver.waitFor(2);
}

async function resendEvent({ cloud }: Tour, company: Company): Promise<void> {
  cloud.faults.conflict({ function: 'event-relay', operation: 'UpdateItem', times: 100 });
  await somethingHappens(company);
  await cloud.drain();
  cloud.faults.clear();
  await comesDue(cloud, OUTBOX_QUEUE);
  await cloud.invoke('schedule/housekeeping', {});
  await cloud.drain();
}

async function comesDue({ endpoints, drain }: TestCloud, queue: string): Promise<void> {
  await eventually(`something to wait in ${queue}`, async () => {
    const rewound = await rewindDue(endpoints, queue);
    return rewound > 0 || undefined;
  });
  await drain();
}

/** A change that is told and recorded. */
export async function somethingHappens({ member }: Company): Promise<void> {
  const { items } = await member.call(listConversations, 200);
  const active = items.find(({ state }) => state === 'started' || state === 'in_progress');
  if (active)
    await member.call(cancelConversationRoute, 200, {
      path: { conversation_id: active.conversation_id },
    });
  await member.call(start, 201, { body: {} });
}
