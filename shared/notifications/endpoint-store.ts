import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { EndpointChangedError, EndpointNotFoundError } from './errors.ts';

const ENDPOINTS = 'ENDPOINTS';
const keyOf = (endpointId: string): Key => ({ partition: ENDPOINTS, sort: endpointId });

/** @throws EndpointNotFoundError */
export async function readEndpoint(table: Table, tenant: Tenant, endpointId: string) {
  const found = await findEndpoint(table, tenant, endpointId);
  if (!found) throw new EndpointNotFoundError();
  return found;
}

export async function findEndpoint(table: Table, tenant: Tenant, endpointId: string) {
  const item = await table.get(tenant, keyOf(endpointId));
  return item && endpoint.parse(item);
}

/** All of a tenant: there are at most `MAX_ENDPOINTS`, which fit one page. */
export async function listEndpoints(table: Table, tenant: Tenant): Promise<readonly Endpoint[]> {
  const { found } = await table.query(tenant, { partition: ENDPOINTS });
  return found.map(({ item }) => endpoint.parse(item));
}

/** Writes an endpoint on top of the version before it. */
export const putEndpoint = (next: Endpoint): Write => ({
  action: 'put',
  key: keyOf(next.endpoint_id),
  condition: next.version === 1 ? absent : equals({ version: next.version - 1 }),
  refused: () => new EndpointChangedError(),
  item: next,
});

export const removeEndpointItem = ({ endpoint_id, version }: Endpoint): Write => ({
  action: 'delete',
  key: keyOf(endpoint_id),
  condition: equals({ version }),
  refused: () => new EndpointChangedError(),
});

/** Disables an endpoint that is enabled, whatever its version. */
export const disableEndpointItem = (endpointId: string, reason: string): Write => ({
  action: 'update',
  key: keyOf(endpointId),
  condition: equals({ status: 'enabled' }),
  refused: () => new EndpointChangedError(),
  set: { status: 'disabled', disabled_reason: reason },
  add: { version: 1 },
});
