import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Put } from '#shared/store/write.ts';
import { type Delivery, delivery } from './delivery.ts';
import { DeliveryNotFoundError, StaleDeliveryError } from './errors.ts';

/** The due queue of deliveries. */
export const DELIVERY_QUEUE = 'DELIVERY';
const DELIVERIES = 'DELIVERIES';
const KEEP_DAYS = 30;

const keyOf = (deliveryId: string): Key => ({ partition: DELIVERIES, sort: deliveryId });

export async function findDelivery(table: Table, tenant: Tenant, deliveryId: string) {
  const item = await table.get(tenant, keyOf(deliveryId));
  return item && delivery.parse(item);
}

/** @throws DeliveryNotFoundError */
export async function readDelivery(table: Table, tenant: Tenant, deliveryId: string) {
  const found = await findDelivery(table, tenant, deliveryId);
  if (!found) throw new DeliveryNotFoundError();
  return found;
}

export interface DeliveryPage {
  readonly items: readonly Delivery[];
  readonly next: string | undefined;
}

/** Newest events first; `after` is the `next` of the page before. */
export async function listDeliveries(
  table: Table,
  tenant: Tenant,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<DeliveryPage> {
  const selection = { partition: DELIVERIES, descending: true, limit, ...(after && { after }) };
  const { found, next } = await table.query(tenant, selection);
  return { items: found.map(({ item }) => delivery.parse(item)), next };
}

/**
 * Writes a delivery on top of the version before it. While it is open it waits in the due index,
 * so that a lost message, or a crash at any point, only makes it late.
 */
export function putDelivery(next: Delivery, wakeAt: Date | undefined): Put {
  const forgetAt = Date.parse(next.created_at) + KEEP_DAYS * 86_400_000;
  return {
    action: 'put',
    key: keyOf(next.delivery_id),
    condition: next.version === 1 ? absent : equals({ version: next.version - 1 }),
    refused: () => new StaleDeliveryError('The delivery has moved on'),
    item: next,
    expiresAt: new Date(forgetAt).toISOString(),
    ...(wakeAt && { index: { due: { queue: DELIVERY_QUEUE, at: wakeAt.toISOString() } } }),
  };
}
