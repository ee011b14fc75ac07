import * as z from 'zod';
import type { SiteTemplate } from '../site-template.ts';
import { type Factor, type FactorName, factor, type Judgement, judge } from './factors.ts';
import type { IndustryJudgement } from './judge-industry.ts';
import type { SiteFacts } from './read-facts.ts';

/** How well one template fits, and why (wire shape). */
export const templateScore = z.strictObject({
  template_id: z.string(),
  name: z.string(),
  score: z.number().min(0).max(1),
  factors: z.array(factor),
});
type TemplateScore = z.infer<typeof templateScore>;

/**
 * Shares of the score. The industry has more than all the rest together, so that good numbers never
 * outweigh what the site is. Factors without facts drop out and the others are scaled to sum to 1.
 */
const FACTOR_WEIGHTS = {
  industry: 0.6,
  staff: 0.1,
  hours: 0.1,
  security: 0.1,
  requirements: 0.05,
  history: 0.05,
} as const satisfies Record<FactorName, number>;

interface Ranked {
  readonly template: SiteTemplate;
  readonly evidence: number;
  readonly specificity: number;
  readonly scored: TemplateScore;
}

/**
 * All templates, best first. Equal scores are ordered by how much of the text speaks for a template,
 * then by the narrower staff range, then by id: never by chance.
 */
export function rankTemplates(
  templates: readonly SiteTemplate[],
  industry: IndustryJudgement,
  facts: SiteFacts,
  history: readonly string[],
): Ranked[] {
  return templates
    .map((template) => {
      const { value, specificity, reason } = industry.evidenceFor(template.id);
      const judgements = judge(template, { value, specificity, reason }, facts, history);
      return { template, evidence: value, specificity, scored: score(template, judgements) };
    })
    .sort(bestFirst);
}

function score({ id, name }: SiteTemplate, judgements: readonly Judgement[]): TemplateScore {
  const total = judgements.reduce((sum, judgement) => sum + FACTOR_WEIGHTS[judgement.name], 0);
  const factors = judgements.map((judgement): Factor => {
    const weight = FACTOR_WEIGHTS[judgement.name] / total;
    return {
      name: judgement.name,
      value: rounded(judgement.value),
      weight: rounded(weight),
      contribution: rounded(judgement.value * weight),
      reason: judgement.reason,
    };
  });
  const sum = factors.reduce((all, { contribution }) => all + contribution, 0);
  return { template_id: id, name, score: Math.min(1, rounded(sum)), factors };
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function bestFirst(a: Ranked, b: Ranked): number {
  return (
    b.scored.score - a.scored.score ||
    b.specificity - a.specificity ||
    staffRange(a) - staffRange(b) ||
    (a.template.id < b.template.id ? -1 : 1)
  );
}

const staffRange = ({ template: { recommended_staff } }: Ranked): number =>
  recommended_staff.max - recommended_staff.min;
