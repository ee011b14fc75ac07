import * as z from 'zod';
import { startView } from '#shared/conversation/present-session.ts';
import { conversationType } from '#shared/conversation/session.ts';
import { defineRoute } from '#shared/http/route.ts';

export const start = defineRoute({
  method: 'POST',
  path: '/conversation/start',
  summary: 'Begin a conversation, or resume the active one',
  role: 'member',
  idempotency: 'required',
  body: z.object({
    language: z
      .string()
      .max(10)
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag')
      .default('en'),
    user_type: z.string().max(64).optional(),
    type: conversationType.default('initial_setup'),
    client_context: z.record(z.string().max(128), z.json()).default({}),
    initial_input: z.string().max(1000).optional(),
    resume_existing: z.boolean().default(false),
  }),
  responses: { 201: startView, 200: startView },
});

export const routes = [start];
