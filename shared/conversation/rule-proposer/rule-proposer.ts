import type { Proposer } from '../proposer.ts';
import { loadRules } from './load-rules.ts';

/** Understands facts by rules alone; always there, in every language that has a grammar. */
export const ruleProposer: Proposer = {
  propose: async (_tenant, input) => (await loadRules(input.language)).propose(input),
};
