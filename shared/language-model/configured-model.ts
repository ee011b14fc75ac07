import { CircuitBreaker, type CircuitStore } from '#shared/runtime/circuit-breaker.ts';
import { hostOf } from '#shared/runtime/provider-address.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { GuardedModel, type GuardedModelDeps } from './guarded-model.ts';
import type { LanguageModel } from './language-model.ts';
import type { ModelClient } from './model-client.ts';
import { type ModelServer, modelServerOf } from './model-server.ts';

/** Port to the model that is configured now, if any. */
export interface ModelSource {
  current(): Promise<LanguageModel | undefined>;
}

export interface ConfiguredModelDeps extends Omit<GuardedModelDeps, 'client' | 'circuit'> {
  readonly keys: Secret;
  readonly circuits: CircuitStore;
  readonly connect: (server: ModelServer) => ModelClient;
}

/**
 * The model of the keys in the secret. New keys make a new model; the same ones keep theirs. What is
 * known of the health of its host is shared with whoever else asks that host.
 */
export function configuredModel(deps: ConfiguredModelDeps): ModelSource {
  let made: { readonly server: string; readonly model: LanguageModel } | undefined;
  return {
    current: async () => {
      const server = modelServerOf(await readProviderKeys(deps.keys));
      if (!server) return undefined;
      const name = JSON.stringify(server);
      if (made?.server === name) return made.model;
      const client = deps.connect(server);
      const { clock, circuits: store } = deps;
      const circuit = new CircuitBreaker({ clock, store, host: hostOf(server) });
      const model = new GuardedModel({ ...deps, client, circuit });
      made = { server: name, model };
      return model;
    },
  };
}
