import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Egress } from './egress.ts';
import type { Endpoint } from './endpoint.ts';
import { putEndpoint, readEndpoint, removeEndpointItem } from './endpoint-store.ts';
import { presentEndpoint } from './present-endpoint.ts';

export interface ChangeEndpointDeps {
  readonly table: Table;
  readonly egress: Pick<Egress, 'check'>;
}

/** The parts to be replaced; the channel of an endpoint never changes. */
export type EndpointChange = Partial<Pick<Endpoint, 'recipients' | 'events' | 'status'>> & {
  readonly url?: string;
};

/** @throws EndpointNotFoundError, EgressRefusedError, ValidationError for a part of another channel */
export async function changeEndpoint(
  deps: ChangeEndpointDeps,
  tenant: Tenant,
  endpointId: string,
  change: EndpointChange,
): Promise<Decision<Endpoint>> {
  const before = await readEndpoint(deps.table, tenant, endpointId);
  refuseForeignParts(before, change);
  if (change.url !== undefined) await deps.egress.check(change.url);
  const after: Endpoint = {
    ...before,
    ...change,
    disabled_reason: disabledReason(before, change),
    version: before.version + 1,
  };
  return {
    writes: [putEndpoint(after)],
    events: [],
    audit: [audited('endpoint.changed', before, after)],
    response: after,
  };
}

function refuseForeignParts({ channel }: Endpoint, change: EndpointChange): void {
  const foreign = channel === 'email' ? 'url' : 'recipients';
  if (change[foreign] !== undefined)
    throw new ValidationError(`An endpoint of the channel ${channel} has no ${foreign}`, [
      { pointer: `/${foreign}`, detail: `not for the channel ${channel}` },
    ]);
}

function disabledReason(before: Endpoint, { status }: EndpointChange): string | null {
  if (status === undefined) return before.disabled_reason;
  return status === 'enabled' ? null : 'disabled by an admin';
}

/** Deliveries that still wait for it end as dead. Removing what is gone is an error, not a success. */
export async function removeEndpoint(
  { table }: Pick<ChangeEndpointDeps, 'table'>,
  tenant: Tenant,
  endpointId: string,
): Promise<Decision<Endpoint>> {
  const before = await readEndpoint(table, tenant, endpointId);
  return {
    ...justAnswer(before),
    writes: [removeEndpointItem(before)],
    audit: [audited('endpoint.removed', before, undefined)],
  };
}

const audited = (action: string, before: Endpoint, after: Endpoint | undefined) => ({
  action,
  target: before.endpoint_id,
  before: presentEndpoint(before),
  after: after && presentEndpoint(after),
});
