import * as z from 'zod';
import { turnView } from '#shared/conversation/present-session.ts';
import { acceptedView } from '#shared/conversation/present-task.ts';
import { preferHeader } from '#shared/http/prefer.ts';
import { defineRoute } from '#shared/http/route.ts';

export const process = defineRoute({
  method: 'POST',
  path: '/conversation/{conversation_id}/process',
  summary: 'Say something in a conversation',
  role: 'member',
  idempotency: 'required',
  path_parameters: z.object({ conversation_id: z.uuid() }),
  headers: preferHeader,
  body: z.object({
    user_input: z.string().trim().min(1).max(2000),
    /** The turn the client has seen; a conversation that has moved on refuses it. */
    turn: z.int().min(0).optional(),
    context: z.record(z.string().max(128), z.json()).optional(),
  }),
  responses: { 200: turnView, 202: acceptedView },
});

export const routes = [process];
