import type { Finding } from './finding.ts';

/** The findings of rules and model together; what the rules have found already is not found again. */
export const withSecondOpinion = (
  byRules: readonly Finding[],
  byModel: readonly Finding[],
): readonly Finding[] => {
  const found = new Set(byRules.map(({ code }) => code));
  return [...byRules, ...byModel.filter(({ code }) => !found.has(code))];
};
