import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { ApiClient, UnexpectedAnswerError } from '#infra/local/demo/api-client.ts';
import type { Conversation, OpenConversation, Seen } from './conversation.ts';
import { replyKindOf } from './reply-kind.ts';

const turn = z.object({
  conversation_id: z.string(),
  state: z.string(),
  turn: z.int(),
  reply: z.string(),
  questions: z.array(z.object({ id: z.string(), slot: z.string() })),
  slots: z.record(z.string(), z.object({ value: z.unknown() })),
  citations: z.array(z.unknown()),
});
type Turn = z.infer<typeof turn>;

const handedOver = z.object({ status: z.literal('processing'), task_id: z.string() });
const status = turn.omit({ reply: true, citations: true }).extend({ processing: z.boolean() });

/** Holds conversations through the HTTP API, each as the only user of a tenant of its own. */
export const openOverHttp =
  (url: string): OpenConversation =>
  async ({ id, language, type, start }) => {
    const user = { user: 'manager', roles: ['member'] };
    const api = await ApiClient.signIn(url, tenantOf(id), user);
    const opening = await api.post('/conversation/start', { language, type, ...start }, turn);
    return conversationOn(api, language, opening);
  };

/** A tenant is named in lower case, with at most 63 characters. */
const tenantOf = (id: string): string =>
  `dialogue-${id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 60);

async function conversationOn(
  api: ApiClient,
  language: string,
  opening: Turn,
): Promise<Conversation> {
  let last = opening;
  const path = `/conversation/${opening.conversation_id}`;
  return {
    opening: await seenIn(language, last),
    say: async (text) => {
      try {
        const body = { user_input: text, turn: last.turn };
        const answer = await api.post(`${path}/process`, body, z.union([turn, handedOver]));
        last = 'task_id' in answer ? await outcomeOf(api, path) : answer;
        return await seenIn(language, last);
      } catch (error) {
        if (!(error instanceof UnexpectedAnswerError)) throw error;
        const seen = await seenIn(language, last);
        return { ...seen, replyKind: undefined, refused: error.message };
      }
    },
  };
}

const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** What became of work that was left to the queue; what it says is no part of it. */
async function outcomeOf(api: ApiClient, path: string): Promise<Turn> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const now = await api.get(`${path}/status`, status);
    if (!now.processing) return { ...now, reply: '', citations: [] };
    if (performance.now() > until) throw new Error(`${path} has not ended in a minute`);
    await sleep(PAUSE_MS);
  }
}

async function seenIn(language: string, answer: Turn): Promise<Seen> {
  const values = Object.entries(answer.slots).map(([slot, { value }]) => [slot, value]);
  return {
    slots: Object.fromEntries(values),
    asked: answer.questions.map(({ slot }) => slot),
    replyKind: await replyKindOf(language, answer),
    drafted: answer.state === 'awaiting_approval',
  };
}
