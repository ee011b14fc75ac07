import * as z from 'zod';
import { findIssues } from './find-issues.ts';
import { findWarnings } from './find-warnings.ts';
import { finding } from './finding.ts';
import type { SiteBlueprint } from './site-blueprint.ts';
import type { SiteTemplate } from './site-template.ts';

/** Wire shape. Issues forbid the deployment, warnings only lower the confidence in it. */
export const compatibilityCheck = z.strictObject({
  compatible: z.boolean(),
  issues: z.array(finding),
  warnings: z.array(finding),
  /** From 0 to 1. */
  confidence: z.number().min(0).max(1),
});
export type CompatibilityCheck = z.infer<typeof compatibilityCheck>;

/** Judges whether a customized template still makes a site that can work. */
export function checkCompatibility(
  template: SiteTemplate,
  blueprint: SiteBlueprint,
): CompatibilityCheck {
  const issues = findIssues(blueprint);
  const warnings = findWarnings(template, blueprint);
  return {
    compatible: issues.length === 0,
    issues,
    warnings,
    confidence: confidenceAfter(issues.length, warnings.length),
  };
}

const PERCENT_LOST_PER_ISSUE = 30;
const PERCENT_LOST_PER_WARNING = 10;

// Whole percent, because sums of tenths are not exact in binary.
const confidenceAfter = (issues: number, warnings: number): number =>
  Math.max(0, 100 - PERCENT_LOST_PER_ISSUE * issues - PERCENT_LOST_PER_WARNING * warnings) / 100;
