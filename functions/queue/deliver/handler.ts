import * as z from 'zod';
import { type DeliverDeps, deliver } from '#shared/notifications/deliver.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

/** What the queue holds: only our own functions may send to it, so its tenant is proven. */
const wakeUp = z.object({
  tenant_id: z.string(),
  delivery_id: z.string(),
  version: z.int().min(1),
});

/** One message → at most one attempt. Duplicates and late messages do nothing. */
export const createHandler = (deps: DeliverDeps) =>
  queueConsumer(wakeUp, ({ tenant_id, delivery_id, version }, log) =>
    deliver(deps, { tenant: trustedTenant(tenant_id), deliveryId: delivery_id, version }, log),
  );
