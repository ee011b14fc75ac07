import type { Cursors } from '#shared/http/cursor.ts';
import { command, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import {
  type ChangeEndpointDeps,
  changeEndpoint,
  removeEndpoint,
} from '#shared/notifications/change-endpoint.ts';
import { type CreateEndpointDeps, createEndpoint } from '#shared/notifications/create-endpoint.ts';
import { listDeliveries } from '#shared/notifications/delivery-store.ts';
import { listEndpoints, readEndpoint } from '#shared/notifications/endpoint-store.ts';
import { presentDelivery } from '#shared/notifications/present-delivery.ts';
import { presentEndpoint, presentWithSecret } from '#shared/notifications/present-endpoint.ts';
import { replayDelivery } from '#shared/notifications/replay-delivery.ts';
import { rotateEndpointSecret } from '#shared/notifications/rotate-endpoint-secret.ts';
import { testEndpoint } from '#shared/notifications/test-endpoint.ts';
import { mapResponse } from '#shared/store/decision.ts';
import * as routes from './contract.ts';

type Deps = HttpDeps & CreateEndpointDeps & ChangeEndpointDeps & { readonly cursors: Cursors };

/** Everything below /notifications */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [...endpoints(deps), ...deliveries(deps)]);

const endpoints = (deps: Deps) => [
  query(routes.listEndpoints, async (_input, { tenant }) => {
    const items = (await listEndpoints(deps.table, tenant)).map(presentEndpoint);
    return { status: 200 as const, body: { items, next_cursor: null } };
  }),
  query(routes.getEndpoint, async ({ path }, { tenant }) => {
    const found = await readEndpoint(deps.table, tenant, path.endpoint_id);
    return { status: 200 as const, body: presentEndpoint(found) };
  }),
  command(routes.createEndpoint, async ({ body }, { tenant }) =>
    mapResponse(await createEndpoint(deps, tenant, body), (created) => ({
      status: 201,
      ...presentWithSecret(created),
    })),
  ),
  command(routes.changeEndpoint, async ({ path, body }, { tenant }) =>
    mapResponse(await changeEndpoint(deps, tenant, path.endpoint_id, body), (changed) => ({
      status: 200,
      body: presentEndpoint(changed),
    })),
  ),
  command(routes.removeEndpoint, async ({ path }, { tenant }) =>
    mapResponse(await removeEndpoint(deps, tenant, path.endpoint_id), (removed) => ({
      status: 200,
      body: presentEndpoint(removed),
    })),
  ),
  command(routes.rotateSecret, async ({ path }, { tenant }) =>
    mapResponse(await rotateEndpointSecret(deps, tenant, path.endpoint_id), (rotated) => ({
      status: 200,
      ...presentWithSecret(rotated),
    })),
  ),
  command(routes.testEndpoint, async ({ path }, caller) =>
    mapResponse(await testEndpoint(deps, caller, path.endpoint_id), (sent) => ({
      status: 202,
      body: { endpoint_id: path.endpoint_id, deliveries: sent.map(presentDelivery) },
    })),
  ),
];

const deliveries = (deps: Deps) => [
  query(routes.listDeliveries, async ({ query: page }, { tenant }) => {
    const listing = { tenant, name: 'deliveries' };
    const position = await deps.cursors.open(listing, page);
    const { items, next } = await listDeliveries(deps.table, tenant, position);
    const next_cursor = await deps.cursors.seal(listing, next);
    return { status: 200 as const, body: { items: items.map(presentDelivery), next_cursor } };
  }),
  command(routes.replayDelivery, async ({ path }, { tenant }) =>
    mapResponse(await replayDelivery(deps, tenant, path.delivery_id), (replayed) => ({
      status: 202,
      body: presentDelivery(replayed),
    })),
  ),
];
