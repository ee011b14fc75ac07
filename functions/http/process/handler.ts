import { type AnswerTurnDeps, answerTurn } from '#shared/conversation/answer-turn.ts';
import { presentTurn } from '#shared/conversation/present-session.ts';
import { command, ok } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { process } from './contract.ts';

/** POST /conversation/{conversation_id}/process */
export const createHandler = (deps: HttpDeps & AnswerTurnDeps) =>
  httpFunction(deps, [
    command(process, async ({ path, body }, caller) => {
      const decision = await answerTurn(deps, caller, {
        sessionId: path.conversation_id,
        text: body.user_input,
        ...(body.turn !== undefined && { turn: body.turn }),
        ...(body.context && { context: body.context }),
      });
      return mapResponse(decision, (turn) => ok(presentTurn(turn)));
    }),
  ]);
