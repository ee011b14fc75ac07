import * as z from 'zod';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { readPartition } from '#shared/store/keys.ts';
import type { Address, DueItem } from '#shared/store/platform-table.ts';
import type { OutgoingEvent } from './event-bus.ts';

/** An outbox row: the event, and where its row is. */
export interface OutboxEntry {
  readonly address: Address;
  readonly event: OutgoingEvent;
}

/** Reads an outbox row found in the due index. @throws ZodError or TypeError when it is none */
export const readOutboxItem = ({ tenant, key, item }: DueItem): OutboxEntry =>
  readEntry({ tenant, key }, item);

/** Reads an outbox row from its stream image. @throws ZodError or TypeError when it is none */
export function readOutboxImage(image: Readonly<Record<string, unknown>>): OutboxEntry {
  const place = readPartition(String(image['PK']));
  if (!place) throw new TypeError('Not an item of a tenant');
  const key = { partition: place.partition, sort: String(image['SK']) };
  return readEntry({ tenant: trustedTenant(place.tenant), key }, image);
}

const row = z.object({
  detail_type: z.string(),
  detail: z.looseObject({ id: z.string(), tenant_id: z.string() }),
});

function readEntry(address: Address, candidate: unknown): OutboxEntry {
  const { detail_type, detail } = row.parse(candidate);
  // A row lies in the partition of its tenant; what it says of itself must not differ.
  if (detail.tenant_id !== address.tenant)
    throw new TypeError('The event names another tenant than its row');
  return { address, event: { id: detail.id, name: detail_type, detail } };
}
