import * as z from 'zod';
import { defineRoute } from '#shared/http/route.ts';
import { flagStates } from '#shared/rollout/flag.ts';

/** What this installation works with; an empty list means that the built-in rules do it alone. */
const capabilities = z.object({
  language_models: z.array(z.string()),
  embedding_spaces: z.array(z.string()),
  vector_stores: z.array(z.string()),
  notification_channels: z.array(z.string()),
});
export type Capabilities = z.infer<typeof capabilities>;

export const health = defineRoute({
  method: 'GET',
  path: '/health',
  summary: 'Whether the API answers; it looks at nothing behind it',
  role: 'public',
  idempotency: 'none',
  responses: { 200: z.object({ status: z.literal('ok') }) },
});

export const getApiDocument = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  role: 'public',
  idempotency: 'none',
  responses: {
    200: z.looseObject({
      openapi: z.string(),
      info: z.looseObject({ title: z.string(), version: z.string() }),
      paths: z.looseObject({}),
    }),
  },
});

export const getProblemPage = defineRoute({
  method: 'GET',
  path: '/problems/{problem}',
  summary: 'What a kind of problem means, and what to do about it',
  role: 'public',
  idempotency: 'none',
  path_parameters: z.object({ problem: z.string().regex(/^[a-z-]{1,64}$/) }),
  responses: { 200: z.string() },
  content_type: 'text/markdown; charset=utf-8',
});

export const getStatus = defineRoute({
  method: 'GET',
  path: '/status',
  summary: 'What is switched on for your tenant, and what the installation works with',
  role: 'member',
  idempotency: 'none',
  responses: { 200: z.object({ flags: flagStates, capabilities }) },
});

export const routes = [health, getApiDocument, getProblemPage, getStatus];
