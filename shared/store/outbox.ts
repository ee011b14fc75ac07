import { randomUUID } from 'node:crypto';
import type { DomainEvent } from './decision.ts';
import type { Put } from './write.ts';

/** Marks outbox rows for the stream filter of the relay. */
export const OUTBOX_ENTITY = 'outbox';
export const OUTBOX_QUEUE = 'OUTBOX';
const OUTBOX_SORT = 'EVENT';
/** How long a row may stay unrelayed before housekeeping sends it again. */
export const RELAY_GRACE_SECONDS = 60;

const outboxPartition = (eventId: string): string => `OUTBOX#${eventId}`;

export interface OutboxContext {
  readonly tenant: string;
  readonly correlationId: string;
  readonly at: Date;
}

/**
 * The row that is the event: written with the change it tells of, relayed from the stream. It waits
 * in the `due` index until the relay marks it, so that a lost stream record is found again.
 */
export function outboxRow(event: DomainEvent, context: OutboxContext, id = randomUUID()): Put {
  const occurred_at = context.at.toISOString();
  const due = new Date(context.at.getTime() + RELAY_GRACE_SECONDS * 1000).toISOString();
  return {
    action: 'put',
    key: { partition: outboxPartition(id), sort: OUTBOX_SORT },
    index: { due: { queue: OUTBOX_QUEUE, at: due } },
    item: {
      entity: OUTBOX_ENTITY,
      detail_type: event.name,
      detail: {
        id,
        tenant_id: context.tenant,
        occurred_at,
        correlation_id: context.correlationId,
        data: event.data,
      },
    },
  };
}
