import type { Logger } from '@aws-lambda-powertools/logger';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { Senders } from './channel.ts';
import type { Delivery } from './delivery.ts';
import { findEndpoint } from './endpoint-store.ts';
import { neverAgain, type Outcome } from './outcome.ts';

interface AttemptDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly senders: Senders;
}

/** Sends a delivery to where its endpoint points now. Always ends in an outcome, never in an error. */
export async function attemptDelivery(
  { table, clock, senders }: AttemptDeps,
  tenant: Tenant,
  delivery: Delivery,
  log: Logger,
): Promise<Outcome> {
  const { endpoint_id, channel } = delivery;
  try {
    const endpoint = endpoint_id ? await findEndpoint(table, tenant, endpoint_id) : undefined;
    if (endpoint_id && !endpoint) return neverAgain('the endpoint was removed');
    if (endpoint?.status === 'disabled') return neverAgain('the endpoint is disabled');
    return await senders[channel]({ tenant, delivery, endpoint, at: clock.now() });
  } catch (error) {
    log.error('attempt failed unexpectedly', {
      delivery_id: delivery.delivery_id,
      error: error instanceof Error ? error : String(error),
    });
    return { result: 'failed', statusCode: null, error: 'internal error', retry: true };
  }
}
