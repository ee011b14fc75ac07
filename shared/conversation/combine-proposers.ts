import type { Tenant } from '#shared/runtime/tenant.ts';
import { within } from '#shared/runtime/within.ts';
import { combineProposals } from './combine-proposals.ts';
import type { Proposal, Proposer, ProposerInput } from './proposer.ts';

export interface CombinedProposersDeps {
  readonly rules: Proposer;
  /** The proposer that asks a model; undefined where none is configured. */
  readonly model: () => Promise<Proposer | undefined>;
  /** How long this turn can wait for a model, whatever it does. */
  readonly patienceMs: () => number;
  /** Hears why there was no model's answer; the turn goes on without. */
  readonly onFailure: (error: unknown) => void;
}

/** Rules always; with them a model where one is configured. Whatever goes wrong there, the rules answer. */
export const combineProposers = (deps: CombinedProposersDeps): Proposer => ({
  propose: async (tenant, input) => {
    const [byRules, byModel] = await Promise.all([
      deps.rules.propose(tenant, input),
      within(deps.patienceMs(), askModel(deps, tenant, input)),
    ]);
    return combineProposals(byRules, byModel ?? []);
  },
});

async function askModel(
  { model, onFailure }: CombinedProposersDeps,
  tenant: Tenant,
  input: ProposerInput,
): Promise<readonly Proposal[]> {
  try {
    return (await (await model())?.propose(tenant, input)) ?? [];
  } catch (error) {
    onFailure(error);
    return [];
  }
}
