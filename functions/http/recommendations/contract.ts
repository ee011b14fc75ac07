import { defineRoute } from '#shared/http/route.ts';
import { quickStartRequest } from '#shared/site-templates/quick-start/quick-start-request.ts';
import { quickStartResponse } from '#shared/site-templates/quick-start/quick-start-response.ts';

export const quickStart = defineRoute({
  method: 'POST',
  path: '/quickstart/recommendations',
  summary: 'Which template fits a site described in free text',
  role: 'member',
  idempotency: 'optional',
  body: quickStartRequest,
  responses: { 200: quickStartResponse },
});

export const routes = [quickStart];
