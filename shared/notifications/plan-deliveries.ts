import { eventTypeOf } from '#events/contract.ts';
import type { ReceivedEvent } from '#shared/queue/event-consumer.ts';
import type { Person } from '#shared/tenants/person.ts';
import { type Delivery, deliveryIdOf } from './delivery.ts';
import { type Channel, type Endpoint, wants } from './endpoint.ts';
import { peopleConcerned } from './people-concerned.ts';

/** What a delivery is about. */
export type Notice = Pick<ReceivedEvent, 'id' | 'occurredAt' | 'correlationId' | 'data'> & {
  /** Event type without version. */
  readonly type: string;
};

/** Where it goes. */
interface Receiver {
  readonly endpointId: string | null;
  readonly channel: Channel;
  readonly recipient: string | null;
  readonly userId?: string;
}

/** One delivery per receiver of an event: the endpoints that want it, the people it concerns. */
export function planDeliveries(
  event: ReceivedEvent,
  endpoints: readonly Endpoint[],
  people: readonly Person[],
  at: Date,
): readonly Delivery[] {
  const type = eventTypeOf(event.name);
  const receivers = [
    ...endpoints.filter((endpoint) => wants(endpoint, type)).flatMap(receiversOf),
    ...peopleConcerned(type, event.data, people).map(toReceiver),
  ];
  return receivers.map((receiver) => plannedDelivery({ ...event, type }, receiver, at));
}

/** A webhook is one receiver; of an e-mail endpoint everybody is, so that one bad address harms no other. */
export function receiversOf({ endpoint_id, channel, recipients }: Endpoint): readonly Receiver[] {
  const base = { endpointId: endpoint_id, channel };
  if (channel === 'email') return recipients.map((recipient) => ({ ...base, recipient }));
  return [{ ...base, recipient: null }];
}

const toReceiver = ({ email, user_id }: Person): Receiver => ({
  endpointId: null,
  channel: 'email',
  recipient: email,
  userId: user_id,
});

export const plannedDelivery = (notice: Notice, receiver: Receiver, at: Date): Delivery => ({
  delivery_id: deliveryIdOf({ eventId: notice.id, occurredAt: notice.occurredAt, ...receiver }),
  event_id: notice.id,
  event: notice.type,
  endpoint_id: receiver.endpointId,
  channel: receiver.channel,
  recipient: receiver.recipient,
  user_id: receiver.userId ?? null,
  payload: JSON.stringify({
    type: notice.type,
    timestamp: notice.occurredAt,
    data: notice.data,
  }),
  status: 'pending',
  attempts: [],
  tries: 0,
  version: 1,
  correlation_id: notice.correlationId,
  created_at: at.toISOString(),
});
