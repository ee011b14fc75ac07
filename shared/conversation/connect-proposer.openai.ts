import type { ConnectModelDeps } from '#shared/language-model/connect-language-model.openai.ts';
import { modelServerOf } from '#shared/language-model/model-server.ts';
import { remainingMs } from '#shared/runtime/invocation-time.ts';
import { logger } from '#shared/runtime/logger.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import { combineProposers } from './combine-proposers.ts';
import type { Proposer } from './proposer.ts';
import { ruleProposer } from './rule-proposer/rule-proposer.ts';

export interface ConnectProposerDeps extends Omit<ConnectModelDeps, 'keys'> {
  /** Of the secret with the providers' keys. */
  readonly keysArn: string;
}

/** In a turn a model has 8 s, then the rules answer: PRODUCT section 3. */
const TURN_PATIENCE_MS = 8_000;
/** Left to the invocation for storing the turn and answering. */
const RESERVE_MS = 2_000;

/** Rules, and a model from the moment that its key is in the secret. Without one nothing of it is loaded. */
export function connectProposer({ keysArn, ...deps }: ConnectProposerDeps): Proposer {
  const secret = onFirstUse(async () => {
    const { connectSecret } = await import('#shared/runtime/secret.secretsmanager.ts');
    return connectSecret(keysArn);
  });
  const connected = onFirstUse(async () => {
    const { connectModelProposer } = await import('./connect-model-proposer.openai.ts');
    return connectModelProposer({ ...deps, keys: await secret() });
  });
  return combineProposers({
    rules: ruleProposer,
    model: async () => {
      const keys = await readProviderKeys(await secret());
      return modelServerOf(keys) && (await connected())();
    },
    patienceMs: () => Math.max(0, Math.min(TURN_PATIENCE_MS, remainingMs() - RESERVE_MS)),
    onFailure: (error) => logger.warn('no model', { error: String(error) }),
  });
}
