import type { Proposer } from '../proposer.ts';
import { loadRules } from './load-rules.ts';

/** Understands facts by rules alone; always there, in every language that has a grammar. */
export const ruleProposer: Proposer = {
  propose: async (_tenant, input) => {
    const read = (await loadRules(input.language)).propose(input);
    return input.other?.interpret(read) ?? read;
  },
};
