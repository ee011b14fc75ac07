import type { AnswerTurnDeps } from '#shared/conversation/answer-turn.ts';
import { presentTurn } from '#shared/conversation/present-session.ts';
import {
  type StartedConversation,
  startConversation,
} from '#shared/conversation/start-conversation.ts';
import { command } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { start } from './contract.ts';

/** POST /conversation/start */
export const createHandler = (deps: HttpDeps & AnswerTurnDeps) =>
  httpFunction(deps, [
    command(start, async ({ body }, caller) => {
      const decision = await startConversation(deps, caller, {
        language: body.language,
        type: body.type,
        clientContext: body.client_context,
        resumeExisting: body.resume_existing,
        ...(body.user_type && { userType: body.user_type }),
        ...(body.initial_input && { initialInput: body.initial_input }),
      });
      return mapResponse(decision, present);
    }),
  ]);

function present(started: StartedConversation) {
  const { resumed, session } = started;
  const body = { ...presentTurn(started), resumed, context: session.client_context };
  return resumed ? ({ status: 200, body } as const) : ({ status: 201, body } as const);
}
