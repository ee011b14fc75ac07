import * as z from 'zod';
import { statusView } from '#shared/conversation/present-session.ts';
import { shownTurn } from '#shared/conversation/turn-store.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';

const path_parameters = z.object({ conversation_id: z.uuid() });
const detailView = statusView.extend({
  language: z.string(),
  user_type: z.string().nullable(),
  context: z.record(z.string(), z.json()),
  /** Oldest first. */
  turns: pageOf(shownTurn),
});

/** The longest that a request may wait for news. */
const MAX_WAIT_SECONDS = 20;

export const listConversations = defineRoute({
  method: 'GET',
  path: '/conversation',
  summary: 'Your conversations, newest first',
  role: 'member',
  idempotency: 'none',
  query: pageQuery,
  responses: { 200: pageOf(statusView) },
});

export const getConversation = defineRoute({
  method: 'GET',
  path: '/conversation/{conversation_id}',
  summary: 'One of your conversations, with a page of its turns',
  role: 'member',
  idempotency: 'none',
  path_parameters,
  query: pageQuery,
  responses: { 200: detailView },
});

export const getStatus = defineRoute({
  method: 'GET',
  path: '/conversation/{conversation_id}/status',
  summary: 'How far a conversation is',
  role: 'member',
  idempotency: 'none',
  path_parameters,
  responses: { 200: statusView },
});

export const getEvents = defineRoute({
  method: 'GET',
  path: '/conversation/{conversation_id}/events',
  summary: 'Waits until something has happened in a conversation',
  role: 'member',
  idempotency: 'none',
  path_parameters,
  query: z.object({
    /** The last turn the client has seen. */
    after_turn: z.coerce.number().int().min(0).optional(),
    wait_seconds: z.coerce.number().min(0).max(MAX_WAIT_SECONDS).default(MAX_WAIT_SECONDS),
  }),
  responses: { 200: statusView.extend({ latest: shownTurn.nullable() }) },
});

export const cancelConversationRoute = defineRoute({
  method: 'POST',
  path: '/conversation/{conversation_id}/cancel',
  summary: 'Give a conversation up',
  role: 'member',
  idempotency: 'optional',
  path_parameters,
  responses: { 200: statusView },
});

export const escalateRoute = defineRoute({
  method: 'POST',
  path: '/conversation/{conversation_id}/escalate',
  summary: 'Hand a conversation to a person',
  role: 'member',
  idempotency: 'optional',
  path_parameters,
  body: z.object({
    reason: z.string().trim().min(1).max(2000),
    urgency: z.enum(['low', 'medium', 'high']).default('medium'),
    context_snapshot: z.record(z.string().max(128), z.json()).default({}),
  }),
  responses: { 200: statusView },
});

export const routes = [
  listConversations,
  getConversation,
  getStatus,
  getEvents,
  cancelConversationRoute,
  escalateRoute,
];
