import { combineProposers } from '#shared/conversation/combine-proposers.ts';
import { modelProposer } from '#shared/conversation/model-proposer.ts';
import type { Proposer } from '#shared/conversation/proposer.ts';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { connectChatClient } from '#shared/language-model/chat-client.openai.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { readAnswer } from '#shared/language-model/read-answer.ts';
import { randomIds } from '#shared/runtime/ids.ts';

/**
 * Rules and a model behind the real client, without budget or circuit breaker: these would soon leave
 * alone a server that never answers in time, and every turn is to wait for it.
 */
export const impatientProposer = (baseUrl: string, patienceMs: number): Proposer =>
  combineProposers({
    rules: ruleProposer,
    model: async () => modelProposer({ model: modelAt(baseUrl), ids: randomIds, patienceMs }),
    patienceMs: () => patienceMs,
    onFailure: (error) => {
      throw error;
    },
  });

function modelAt(baseUrl: string): LanguageModel {
  const client = connectChatClient({
    kind: 'openai',
    payee: 'free',
    model: 'none',
    apiKey: 'none',
    baseUrl,
  });
  return {
    complete: async (_tenant, request) => {
      const reply = await client.ask({ ...request, timeoutMs: request.deadlineMs });
      return reply.kind === 'answered' ? readAnswer(reply, request.schema, client.model) : reply;
    },
  };
}
