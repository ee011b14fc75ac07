import * as z from 'zod';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { DELIVERY_ID_PATTERN } from '#shared/notifications/delivery.ts';
import { eventFilter } from '#shared/notifications/endpoint.ts';
import { deliveryView } from '#shared/notifications/present-delivery.ts';
import { endpointView, endpointWithSecret } from '#shared/notifications/present-endpoint.ts';

const url = z.url().max(2048);
const recipients = z.array(z.email().max(254)).min(1).max(20);
const onEndpoint = z.object({ endpoint_id: z.uuid() });

const newEndpoint = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal(['webhook', 'slack', 'discord']), url, events: eventFilter }),
  z.object({ channel: z.literal('email'), recipients, events: eventFilter }),
]);

const endpointChange = z
  .object({ url, recipients, events: eventFilter, status: z.enum(['enabled', 'disabled']) })
  .partial();

export const listEndpoints = defineRoute({
  method: 'GET',
  path: '/notifications/endpoints',
  summary: 'Where the tenant wants to be told of events',
  role: 'admin',
  idempotency: 'none',
  responses: { 200: pageOf(endpointView) },
});

export const createEndpoint = defineRoute({
  method: 'POST',
  path: '/notifications/endpoints',
  summary: 'Add an endpoint; the secret of a webhook is shown in this answer only',
  role: 'admin',
  idempotency: 'optional',
  body: newEndpoint,
  responses: { 201: endpointWithSecret },
});

export const getEndpoint = defineRoute({
  method: 'GET',
  path: '/notifications/endpoints/{endpoint_id}',
  summary: 'One endpoint',
  role: 'admin',
  idempotency: 'none',
  path_parameters: onEndpoint,
  responses: { 200: endpointView },
});

export const changeEndpoint = defineRoute({
  method: 'PUT',
  path: '/notifications/endpoints/{endpoint_id}',
  summary: 'Replace the parts given; enable or disable',
  role: 'admin',
  idempotency: 'optional',
  path_parameters: onEndpoint,
  body: endpointChange,
  responses: { 200: endpointView },
});

export const removeEndpoint = defineRoute({
  method: 'DELETE',
  path: '/notifications/endpoints/{endpoint_id}',
  summary: 'Remove an endpoint',
  role: 'admin',
  idempotency: 'optional',
  path_parameters: onEndpoint,
  responses: { 200: endpointView },
});

export const testEndpoint = defineRoute({
  method: 'POST',
  path: '/notifications/endpoints/{endpoint_id}/test',
  summary: 'Send a test notification',
  role: 'admin',
  idempotency: 'optional',
  path_parameters: onEndpoint,
  responses: { 202: z.object({ endpoint_id: z.string(), deliveries: z.array(deliveryView) }) },
});

export const rotateSecret = defineRoute({
  method: 'POST',
  path: '/notifications/endpoints/{endpoint_id}/rotate-secret',
  summary: 'Replace the secret of a webhook; both sign for 24 hours',
  role: 'admin',
  idempotency: 'optional',
  path_parameters: onEndpoint,
  responses: { 200: endpointWithSecret },
});

export const listDeliveries = defineRoute({
  method: 'GET',
  path: '/notifications/deliveries',
  summary: 'What was sent, attempt by attempt; newest events first',
  role: 'admin',
  idempotency: 'none',
  query: pageQuery,
  responses: { 200: pageOf(deliveryView) },
});

export const replayDelivery = defineRoute({
  method: 'POST',
  path: '/notifications/deliveries/{delivery_id}/replay',
  summary: 'Try a delivery that is over once more',
  role: 'admin',
  idempotency: 'optional',
  path_parameters: z.object({ delivery_id: z.string().regex(DELIVERY_ID_PATTERN) }),
  responses: { 202: deliveryView },
});

export const routes = [
  listEndpoints,
  createEndpoint,
  getEndpoint,
  changeEndpoint,
  removeEndpoint,
  testEndpoint,
  rotateSecret,
  listDeliveries,
  replayDelivery,
];
