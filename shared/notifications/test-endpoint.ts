import type { Caller } from '#shared/http/caller.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Delivery } from './delivery.ts';
import { readEndpoint } from './endpoint-store.ts';
import { plannedDelivery, receiversOf } from './plan-deliveries.ts';
import { requestDeliveries } from './request-deliveries.ts';

export interface TestEndpointDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Sends a notice that means nothing to one endpoint, by the way that every other goes. */
export async function testEndpoint(
  { table, clock, ids }: TestEndpointDeps,
  { tenant, email, correlationId }: Caller,
  endpointId: string,
): Promise<Decision<readonly Delivery[]>> {
  const endpoint = await readEndpoint(table, tenant, endpointId);
  if (endpoint.status === 'disabled')
    throw new InvalidStateError('The endpoint is disabled; enable it first');
  const at = clock.now();
  const notice = {
    id: ids.uuid(),
    type: 'endpoint.tested',
    occurredAt: at.toISOString(),
    correlationId,
    data: { endpoint_id: endpointId, requested_by: email },
  };
  const deliveries = receiversOf(endpoint).map((receiver) => plannedDelivery(notice, receiver, at));
  return {
    ...requestDeliveries(deliveries, at),
    audit: [{ action: 'endpoint.tested', target: endpointId }],
    response: deliveries,
  };
}
