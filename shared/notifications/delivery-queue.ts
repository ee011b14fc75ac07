import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Delivery } from './delivery.ts';

/** Asks for an attempt at a delivery as it was in this version; later versions ignore it. */
export interface WakeUp {
  readonly tenant: Tenant;
  readonly deliveryId: string;
  readonly version: number;
  readonly delaySeconds: number;
}

/** Port to the queue that `deliver` works on. At least once, in no order. */
export interface DeliveryQueue {
  send(wakeUps: readonly WakeUp[]): Promise<void>;
}

/** The longest that a message of the queue can wait; what waits longer waits in the due index. */
export const LONGEST_DELAY_SECONDS = 15 * 60;

export const wakeUpFor = (
  tenant: Tenant,
  { delivery_id, version }: Delivery,
  delaySeconds = 0,
): WakeUp => ({ tenant, deliveryId: delivery_id, version, delaySeconds });
