import {
  type ConnectModelDeps,
  connectLanguageModel,
} from '#shared/language-model/connect-language-model.openai.ts';
import { modelProposer } from './model-proposer.ts';
import type { Proposer } from './proposer.ts';

/** Less than a turn waits, so that an answer just in time still counts and is still booked. */
const PATIENCE_MS = 7_500;

/** Everything that only a configured model needs: loaded with the first turn that has one. */
export function connectModelProposer(deps: ConnectModelDeps): () => Promise<Proposer | undefined> {
  const models = connectLanguageModel(deps);
  return async () => {
    const model = await models.current();
    return model && modelProposer({ model, ids: deps.ids, patienceMs: PATIENCE_MS });
  };
}
