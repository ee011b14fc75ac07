import { SITE_TEMPLATES } from './catalogue.ts';
import { judgeIndustry } from './quick-start/judge-industry.ts';
import { questionsWithout, stepsWith } from './quick-start/next-steps.ts';
import type { QuickStartRequest } from './quick-start/quick-start-request.ts';
import type { QuickStartResponse } from './quick-start/quick-start-response.ts';
import { readFacts } from './quick-start/read-facts.ts';
import { rankTemplates } from './quick-start/score-templates.ts';
import { suggestCustomizations } from './quick-start/suggest-customizations.ts';

/** The least evidence that the site is of some kind: a hint, or a name with a slip of the pen. */
const LEAST_EVIDENCE = 0.5;

/** What remains of the best score when there is no evidence: always under .5. */
const SHARE_WITHOUT_EVIDENCE = 0.5;

/**
 * The template that fits a site described in free text, in any of six languages.
 * @param history ids of the templates that the same tenant chose before; they move the order a little
 */
export function recommendTemplates(
  request: QuickStartRequest,
  history: readonly string[] = [],
): QuickStartResponse {
  const facts = readFacts(request);
  const industry = judgeIndustry(request.industry, request.language);
  const ranked = rankTemplates(SITE_TEMPLATES, industry, facts, history);
  const primary = ranked.find(({ evidence }) => evidence >= LEAST_EVIDENCE);
  const suggestions = primary ? suggestCustomizations(primary.template, facts) : [];
  const confidence =
    primary?.scored.score ?? (ranked[0]?.scored.score ?? 0) * SHARE_WITHOUT_EVIDENCE;
  return {
    primary_template: primary?.template.id ?? null,
    alternatives: ranked
      .filter((candidate) => candidate !== primary)
      .slice(0, 2)
      .map(({ template }) => template.id),
    scores: ranked.map(({ scored }) => scored),
    customization_suggestions: suggestions,
    estimated_completion_time: primary?.template.setup_minutes ?? null,
    confidence_score: confidence,
    next_steps: primary
      ? stepsWith(primary.template, suggestions.length, confidence)
      : questionsWithout(SITE_TEMPLATES, industry.unserved, facts),
  };
}
