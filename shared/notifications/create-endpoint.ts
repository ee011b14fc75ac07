import type { Clock } from '#shared/runtime/clock.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Egress } from './egress.ts';
import type { Channel, Endpoint } from './endpoint.ts';
import { listEndpoints, putEndpoint } from './endpoint-store.ts';
import { TooManyEndpointsError } from './errors.ts';
import { presentEndpoint } from './present-endpoint.ts';
import type { SigningSecret } from './signing-secret.ts';

export interface CreateEndpointDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly egress: Pick<Egress, 'check'>;
  readonly newSecret: () => SigningSecret;
}

export type NewEndpoint = Pick<Endpoint, 'events'> &
  (
    | { readonly channel: Exclude<Channel, 'email'>; readonly url: string }
    | { readonly channel: 'email'; readonly recipients: readonly string[] }
  );

/** Every event reads all endpoints of its tenant; so many still fit one page. */
const MAX_ENDPOINTS = 50;

/** @throws EgressRefusedError, TooManyEndpointsError */
export async function createEndpoint(
  deps: CreateEndpointDeps,
  tenant: Tenant,
  wanted: NewEndpoint,
): Promise<Decision<Endpoint>> {
  if (wanted.channel !== 'email') await deps.egress.check(wanted.url);
  if ((await listEndpoints(deps.table, tenant)).length >= MAX_ENDPOINTS)
    throw new TooManyEndpointsError(`At most ${MAX_ENDPOINTS} endpoints`);
  const created: Endpoint = {
    endpoint_id: deps.ids.uuid(),
    channel: wanted.channel,
    url: wanted.channel === 'email' ? null : wanted.url,
    recipients: wanted.channel === 'email' ? [...wanted.recipients] : [],
    events: [...new Set(wanted.events)],
    status: 'enabled',
    disabled_reason: null,
    secrets: wanted.channel === 'webhook' ? [deps.newSecret()] : [],
    created_at: deps.clock.now().toISOString(),
    version: 1,
  };
  const { endpoint_id: target } = created;
  return {
    writes: [putEndpoint(created)],
    events: [],
    audit: [{ action: 'endpoint.created', target, after: presentEndpoint(created) }],
    response: created,
  };
}
