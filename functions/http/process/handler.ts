import { acceptTurn } from '#shared/conversation/accept-turn.ts';
import { type AnswerTurnDeps, answerTurn } from '#shared/conversation/answer-turn.ts';
import { type AnsweredTurn, presentTurn } from '#shared/conversation/present-session.ts';
import { presentTask } from '#shared/conversation/present-task.ts';
import { command, ok } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { process } from './contract.ts';

/** POST /conversation/{conversation_id}/process */
export const createHandler = (deps: HttpDeps & AnswerTurnDeps) =>
  httpFunction(deps, [
    command(process, async ({ path, headers, body }, caller, call) => {
      const said = {
        sessionId: path.conversation_id,
        text: body.user_input,
        ...(body.turn !== undefined && { turn: body.turn }),
        ...(body.context && { context: body.context }),
      };
      if (!headers.prefer.respondAsync)
        return mapResponse(await answerTurn(deps, caller, said, call), present);
      const accepted = await acceptTurn(deps, caller, said);
      return mapResponse(accepted, ({ session_id, task_id }) => presentTask(session_id, task_id));
    }),
  ]);

/** Where the turn left work to the queue, the client is told where to look. */
const present = (turn: AnsweredTurn) =>
  turn.session.task_id ? presentTask(turn.session.id, turn.session.task_id) : ok(presentTurn(turn));
