import type { ModelSource } from '#shared/language-model/configured-model.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { combineProposals } from './combine-proposals.ts';
import { type ModelProposerDeps, proposeByModel } from './model-proposer.ts';
import type { Proposal, Proposer, ProposerInput } from './proposer.ts';

export interface CombinedProposersDeps extends ModelProposerDeps {
  readonly rules: Proposer;
  readonly models: ModelSource;
  /** Hears why there was no model's answer; the turn goes on without. */
  readonly onFailure: (error: unknown) => void;
}

/** Rules always; with them a model where one is configured. Whatever goes wrong there, the rules answer. */
export const combineProposers = (deps: CombinedProposersDeps): Proposer => ({
  propose: async (tenant, input) => {
    const [byRules, byModel] = await Promise.all([
      deps.rules.propose(tenant, input),
      askModel(deps, tenant, input),
    ]);
    return combineProposals(byRules, byModel);
  },
});

async function askModel(
  deps: CombinedProposersDeps,
  tenant: Tenant,
  input: ProposerInput,
): Promise<readonly Proposal[]> {
  try {
    const model = await deps.models.current();
    return model ? await proposeByModel(deps, model, tenant, input) : [];
  } catch (error) {
    deps.onFailure(error);
    return [];
  }
}
