import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { type Delivery, isOpen } from './delivery.ts';
import { readDelivery } from './delivery-store.ts';
import { requestDeliveries } from './request-deliveries.ts';

/**
 * Begins a new round of attempts at a delivery that is over. The receiver sees the same `webhook-id`
 * again. @throws DeliveryNotFoundError, InvalidStateError while it is still being tried
 */
export async function replayDelivery(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  tenant: Tenant,
  deliveryId: string,
): Promise<Decision<Delivery>> {
  const before = await readDelivery(table, tenant, deliveryId);
  if (isOpen(before)) throw new InvalidStateError('The delivery is still being tried');
  const after: Delivery = { ...before, status: 'pending', tries: 0, version: before.version + 1 };
  return {
    ...requestDeliveries([after], clock.now()),
    audit: [{ action: 'delivery.replayed', target: deliveryId }],
    response: after,
  };
}
