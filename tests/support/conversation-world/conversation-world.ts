import { EVENT_SOURCE } from '#events/contract.ts';
import { turnAcceptedV1 } from '#events/turn-accepted.v1.ts';
import { createHandler as createQueries } from '#functions/http/conversation-queries/handler.ts';
import { createHandler as createProcess } from '#functions/http/process/handler.ts';
import { createHandler as createStart } from '#functions/http/start/handler.ts';
import { createHandler as createWorker } from '#functions/queue/conversation-turn/handler.ts';
import { createHandler as createTimers } from '#functions/schedule/due-timers/handler.ts';
import type { AnswerTurnDeps } from '#shared/conversation/answer-turn.ts';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import type { WorkOnTaskDeps } from '#shared/conversation/work-on-task.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { type ApiCall, callApi } from '../http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '../http/in-memory-api.ts';
import { lambdaContext } from '../lambda-context.ts';
import { batchOf } from './queue-batch.ts';

/** Facts of an office, all but how secure it is to be. */
export const OFFICE = {
  urgency: 'none',
  site_type: 'office',
  site_name: 'Harbor Point',
  expected_users: 30,
  operating_hours: { open: '08:00', close: '18:00', around_the_clock: false },
  time_zone: 'Europe/Berlin',
  staff_roles: ['ADMIN', 'SECURITY'],
  shifts: [{ name: 'Day', start: '08:00', end: '18:00', people: 2 }],
} as const;
/** Answers the one question that is open then, and so leads to the draft. */
export const LAST_ANSWER = 'enhanced';

export interface WorldOptions {
  readonly talk?: Partial<AnswerTurnDeps>;
  readonly worker?: Partial<WorkOnTaskDeps>;
  /** What is made from the world itself: a model on its budgets. */
  readonly connect?: (api: InMemoryApi) => Partial<AnswerTurnDeps>;
}

/** Everything about conversations in memory: routes, queue and timers, and time that passes when told. */
export function conversationWorld({ talk = {}, worker = {}, connect }: WorldOptions = {}) {
  const api = inMemoryApi();
  const asked: string[] = [];
  const documents = {
    answer: async (_tenant: unknown, question: string) => {
      asked.push(question);
      return { text: 'It is in the handbook.', citations: [] };
    },
    passages: async () => ({ passages: [], degraded: false }),
  };
  const deps = { ...api, proposer: ruleProposer, documents, ...connect?.(api), ...talk };
  const handlers = {
    start: createStart(deps),
    process: createProcess(deps),
    // Waiting takes virtual time.
    queries: createQueries({
      ...api,
      pause: async (ms: number) => api.clock.passSeconds(ms / 1000),
    }),
  };
  const { draftsInQueue: _, ...inQueue } = deps;
  // Each message has an instance of its own, as two at once have in the cloud.
  const newWorker = () => createWorker({ ...inQueue, ...worker });
  const timers = createTimers({
    deliveries: { table: api.table, queue: { send: async () => {} }, clock: api.clock },
    turns: { ...api, waiting: api.table },
    applications: { ...api, waiting: api.table },
    approvals: { ...api, waiting: api.table, origins: sessionOrigins(api.table) },
  });
  let keys = 0;
  const withKey = (call: ApiCall): ApiCall => ({ idempotencyKey: `key-${keys++}`, ...call });

  return {
    ...api,
    /** What the documents were asked. */
    asked,
    start: (body: object = {}, part: Partial<ApiCall> = {}) =>
      callApi(handlers.start, withKey({ route: 'POST /conversation/start', body, ...part })),
    say: (id: string, body: object, part: Partial<ApiCall> = {}) =>
      callApi(
        handlers.process,
        withKey({
          route: 'POST /conversation/{conversation_id}/process',
          path: { conversation_id: id },
          body,
          ...part,
        }),
      ),
    /** `GET status`, `POST cancel`, … of a conversation. */
    ask: (method: 'GET' | 'POST', id: string, what = '', part: Partial<ApiCall> = {}) =>
      callApi(handlers.queries, {
        route: `${method} /conversation/{conversation_id}${what && `/${what}`}`,
        path: { conversation_id: id },
        ...part,
      }),
    /** Messages for the queue, oldest first; they stay until the test forgets them. */
    messages: () =>
      api.table
        .waitingIn(OUTBOX_QUEUE)
        .filter(({ item }) => item['detail_type'] === turnAcceptedV1.name)
        .map(({ item }) => ({
          'detail-type': turnAcceptedV1.name,
          source: EVENT_SOURCE,
          detail: item['detail'],
        })),
    /** Hands a message to the worker. @returns how many failed: 0 or 1 */
    work: async (message: unknown) =>
      (await newWorker()(batchOf(message), lambdaContext)).batchItemFailures.length,
    /** What the clockwork does every minute. */
    minute: () => timers({}, lambdaContext),
  };
}
