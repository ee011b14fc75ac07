import * as z from 'zod';
import { templateScore } from './score-templates.ts';
import { customizationSuggestion } from './suggest-customizations.ts';

/** Answer of `POST quickstart/recommendations` (wire shape). */
export const quickStartResponse = z.strictObject({
  /** Null when nothing says what the site is: then the next steps ask, and nobody wins by chance. */
  primary_template: z.string().nullable(),
  /** The next two, best first. */
  alternatives: z.array(z.string()).length(2),
  /** Every template, best first, with the factors its score is the sum of. */
  scores: z.array(templateScore),
  customization_suggestions: z.array(customizationSuggestion),
  /** Minutes from here to the applied site. */
  estimated_completion_time: z.int().nullable(),
  /** From 0 to 1; under .5 when there is no primary template. */
  confidence_score: z.number().min(0).max(1),
  next_steps: z.array(z.string()).min(1),
});
export type QuickStartResponse = z.infer<typeof quickStartResponse>;
