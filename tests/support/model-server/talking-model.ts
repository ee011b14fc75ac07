import { TableLedger } from '#shared/budgets/table-ledger.ts';
import { combineProposers } from '#shared/conversation/combine-proposers.ts';
import { modelProposer } from '#shared/conversation/model-proposer.ts';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { connectChatClient } from '#shared/language-model/chat-client.openai.ts';
import { GuardedModel } from '#shared/language-model/guarded-model.ts';
import { CircuitBreaker } from '#shared/runtime/circuit-breaker.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import type { InMemoryApi } from '../http/in-memory-api.ts';

/** What turns are made with where a model is configured: the real client, guards and budgets. */
export function talkingModel(
  api: Pick<InMemoryApi, 'table' | 'clock' | 'ids' | 'policies'>,
  baseUrl: string,
) {
  const { table, clock, ids, policies } = api;
  const pause = async () => new Promise<void>(setImmediate);
  const model = new GuardedModel({
    client: connectChatClient({
      kind: 'openai',
      payee: 'openai',
      model: 'gpt-4o-mini',
      apiKey: 'test',
      baseUrl,
    }),
    ledger: new TableLedger({ table, clock, ids, pause, allowances: policies }),
    clock,
    circuit: new CircuitBreaker({ clock, store: circuitsIn(table, clock), host: 'model' }),
    remainingMs: () => 20_000,
  });
  return {
    asksModel: async () => true,
    proposer: combineProposers({
      rules: ruleProposer,
      model: async () => modelProposer({ model, ids, patienceMs: 7_500 }),
      patienceMs: () => 8_000,
      onFailure: () => undefined,
    }),
  };
}
