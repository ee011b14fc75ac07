import type { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { EVENT_SOURCE } from '#events/contract.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { batchConsumer, type HandleMessage } from './queue-consumer.ts';

/** An event as it arrives, held against its contract. */
export interface ReceivedEvent<Data = unknown> {
  /** The same however often the event arrives: consumers deduplicate by it. */
  readonly id: string;
  /** Detail type with version: `changeset.applied.v1`. */
  readonly name: string;
  readonly tenant: Tenant;
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly data: Data;
}

/** What a consumer does about one kind of event. Made by `on`. */
export interface EventReaction {
  readonly name: string;
  readonly react: HandleMessage<ReceivedEvent>;
}

/** Ties a reaction to the contract that its events are held against. */
export const on = <Data extends z.ZodType>(
  contract: { readonly name: string; readonly data: Data },
  react: HandleMessage<ReceivedEvent<z.output<Data>>>,
): EventReaction => ({
  name: contract.name,
  react: (event, log) => react({ ...event, data: contract.data.parse(event.data) }, log),
});

/** A function that works on a queue of domain events, each by its detail type. */
export function eventConsumer(reactions: readonly EventReaction[]) {
  const byName = new Map(reactions.map(({ name, react }) => [name, react]));
  return batchConsumer(async (body, log) => {
    const event = readEvent(body);
    const react = byName.get(event.name);
    if (!react) throw new TypeError(`Nothing reacts to ${event.name}`);
    await react(event, tagged(log, event));
  });
}

const envelope = z.object({
  'detail-type': z.string(),
  source: z.literal(EVENT_SOURCE),
  detail: z.object({
    id: z.uuid(),
    tenant_id: z.string(),
    occurred_at: z.iso.datetime(),
    correlation_id: z.string(),
    data: z.unknown(),
  }),
});

/** Only our own functions may put to the bus, so the tenant that an event names is proven. */
function readEvent(body: unknown): ReceivedEvent {
  const { 'detail-type': name, detail } = envelope.parse(body);
  const { id, tenant_id, occurred_at, correlation_id, data } = detail;
  return {
    id,
    name,
    tenant: trustedTenant(tenant_id),
    occurredAt: occurred_at,
    correlationId: correlation_id,
    data,
  };
}

const tagged = (log: Logger, { id, name, tenant, correlationId }: ReceivedEvent): Logger =>
  log.createChild({
    persistentKeys: { event_id: id, event: name, tenant, correlation_id: correlationId },
  });
