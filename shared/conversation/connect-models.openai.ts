import type { ConnectModelDeps } from '#shared/language-model/connect-language-model.openai.ts';
import { modelServerOf } from '#shared/language-model/model-server.ts';
import { EVERYTHING_ON } from '#shared/rollout/flag.ts';
import { remainingMs } from '#shared/runtime/invocation-time.ts';
import { logger } from '#shared/runtime/logger.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import { combineProposers } from './combine-proposers.ts';
import type { ModelRoles } from './connect-model-roles.openai.ts';
import type { SecondOpinion } from './draft-session.ts';
import type { Proposer } from './proposer.ts';
import { ruleProposer } from './rule-proposer/rule-proposer.ts';
import { TURN_PATIENCE_MS, TURN_RESERVE_MS } from './turn-patience.ts';

export interface ConnectModelsDeps extends Omit<ConnectModelDeps, 'keys'> {
  /** Of the secret with the providers' keys. */
  readonly keysArn: string;
}

/** What a conversation makes of models: with none configured, the rules do all of it. */
export interface ConnectedModels {
  readonly proposer: Proposer;
  readonly secondOpinion: SecondOpinion;
  /** Whether there is a model to ask. */
  readonly asksModel: () => Promise<boolean>;
  /** A draft that a model checks takes longer than a request may. */
  readonly draftsInQueue: () => Promise<boolean>;
}

/** Models from the moment that a key is in the secret. Without one nothing of them is loaded. */
export function connectModels(deps: ConnectModelsDeps): ConnectedModels {
  const current = lazyRoles(deps);
  const asksModel = async () => (await current().catch(noModel)) !== undefined;
  return {
    asksModel,
    proposer: combineProposers({
      rules: ruleProposer,
      model: async () => (await current())?.proposer,
      patienceMs: () => Math.max(0, Math.min(TURN_PATIENCE_MS, remainingMs() - TURN_RESERVE_MS)),
      onFailure: noModel,
    }),
    secondOpinion: {
      findings: async (...asked) => {
        const roles = await current().catch(noModel);
        return (await roles?.secondOpinion.findings(...asked).catch(noModel)) ?? [];
      },
    },
    draftsInQueue: async () => EVERYTHING_ON.checker && asksModel(),
  };
}

const noModel = (error: unknown): undefined => {
  logger.warn('no model', { error: String(error) });
};

function lazyRoles({ keysArn, ...deps }: ConnectModelsDeps): () => Promise<ModelRoles | undefined> {
  const secret = onFirstUse(async () => {
    const { connectSecret } = await import('#shared/runtime/secret.secretsmanager.ts');
    return connectSecret(keysArn);
  });
  const connected = onFirstUse(async () => {
    const { connectModelRoles } = await import('./connect-model-roles.openai.ts');
    return connectModelRoles({ ...deps, keys: await secret() });
  });
  return async () => {
    const keys = await readProviderKeys(await secret());
    return modelServerOf(keys) && (await connected())();
  };
}
