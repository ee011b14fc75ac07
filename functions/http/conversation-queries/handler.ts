import type * as z from 'zod';
import { awaitTurn } from '#shared/conversation/await-turn.ts';
import {
  cancelConversation,
  type EndDeps,
  escalateConversation,
} from '#shared/conversation/end-conversation.ts';
import { findOwnSession } from '#shared/conversation/own-session.ts';
import { presentStatus, withQuestions } from '#shared/conversation/present-session.ts';
import type { Session } from '#shared/conversation/session.ts';
import { listSessions } from '#shared/conversation/session-store.ts';
import { findTurn, listTurns } from '#shared/conversation/turn-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Cursors, pageQuery } from '#shared/http/cursor.ts';
import { command, ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mapResponse } from '#shared/store/decision.ts';
import {
  cancelConversationRoute,
  escalateRoute,
  getConversation,
  getEvents,
  getStatus,
  listConversations,
} from './contract.ts';

export interface Deps extends HttpDeps, EndDeps {
  readonly cursors: Cursors;
}

/** Everything about conversations besides talking: list, detail, status, cancel, escalate. */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [
    query(listConversations, async ({ query: page }, { tenant, userId }) => {
      const listing = { tenant, name: `conversations of ${userId}` };
      const position = await deps.cursors.open(listing, page);
      const { sessions, next } = await listSessions(deps.table, tenant, userId, position);
      const items = await Promise.all(sessions.map(status));
      const next_cursor = await deps.cursors.seal(listing, next);
      return ok({ items, next_cursor });
    }),
    query(getConversation, async ({ path, query: page }, caller) => {
      const session = await findOwnSession(deps.table, caller, path.conversation_id);
      const { language, user_type = null, client_context: context } = session;
      const turns = await turnsOf(deps, caller, session, page);
      return ok({ ...(await status(session)), language, user_type, context, turns });
    }),
    query(getStatus, async ({ path }, caller) =>
      ok(await status(await findOwnSession(deps.table, caller, path.conversation_id))),
    ),
    query(getEvents, async ({ path, query: { after_turn, wait_seconds } }, caller) => {
      const session = await awaitTurn(deps, caller, {
        sessionId: path.conversation_id,
        waitSeconds: wait_seconds,
        ...(after_turn !== undefined && { afterTurn: after_turn }),
      });
      const latest = (await findTurn(deps.table, caller.tenant, session)) ?? null;
      return ok({ ...(await status(session)), latest });
    }),
    command(cancelConversationRoute, async ({ path }, caller) => {
      const decision = await cancelConversation(deps, caller, path.conversation_id);
      return mapResponse(decision, (session) => ok(presentStatus(session)));
    }),
    command(escalateRoute, async ({ path, body }, caller) => {
      const { reason, urgency, context_snapshot } = body;
      const request = { reason, urgency, contextSnapshot: context_snapshot };
      const decision = await escalateConversation(deps, caller, path.conversation_id, request);
      return mapResponse(decision, (session) => ok(presentStatus(session)));
    }),
  ]);

async function turnsOf(
  { table, cursors }: Deps,
  { tenant }: Caller,
  { id }: Session,
  page: z.output<typeof pageQuery>,
) {
  const listing = { tenant, name: `turns of ${id}` };
  const { turns, next } = await listTurns(table, tenant, id, await cursors.open(listing, page));
  return { items: turns, next_cursor: await cursors.seal(listing, next) };
}

const status = async (session: Session) => presentStatus(await withQuestions(session));
