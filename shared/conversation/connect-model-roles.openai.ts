import {
  type ConnectModelDeps,
  connectLanguageModel,
} from '#shared/language-model/connect-language-model.openai.ts';
import type { SecondOpinion } from './draft-session.ts';
import { modelProposer } from './model-proposer.ts';
import { modelSecondOpinion } from './model-second-opinion.ts';
import type { Proposer } from './proposer.ts';

/** What a model does in a conversation. It can say things in these two roles and do nothing. */
export interface ModelRoles {
  readonly proposer: Proposer;
  readonly secondOpinion: SecondOpinion;
}

/** Less than a turn waits, so that an answer just in time still counts and is still booked. */
const PROPOSE_PATIENCE_MS = 7_500;

/** Everything that only a configured model needs: loaded with the first use of one. */
export function connectModelRoles(deps: ConnectModelDeps): () => Promise<ModelRoles | undefined> {
  const models = connectLanguageModel(deps);
  const { ids, clock } = deps;
  return async () => {
    const model = await models.current();
    if (!model) return undefined;
    return {
      proposer: modelProposer({ model, ids, patienceMs: PROPOSE_PATIENCE_MS }),
      secondOpinion: modelSecondOpinion({ model, ids, clock }),
    };
  };
}
