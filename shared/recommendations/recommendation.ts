import * as z from 'zod';
import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';

/** One term of a confidence score: contribution = value × weight. */
export const scoreTerm = z.strictObject({
  name: z.enum(['coverage', 'agreement', 'freshness', 'policy', 'maker_confidence']),
  value: z.number(),
  weight: z.number(),
  contribution: z.number(),
});
export type ScoreTerm = z.infer<typeof scoreTerm>;

export const citation = z.strictObject({
  document_id: z.string(),
  heading_path: z.array(z.string()),
  page: z.int().nullable(),
  quote: z.string(),
});
export type Citation = z.infer<typeof citation>;

const recommendationOf = <K extends string, D extends z.ZodType>(kind: K, data: D) =>
  z.strictObject({
    recommendation_id: z.string(),
    entity_type: z.literal(kind),
    action: z.enum(['create', 'update']),
    data,
    confidence_score: z.number().min(0).max(1),
    score_terms: z.array(scoreTerm),
    reasons: z.array(z.string()),
    citations: z.array(citation),
  });

/** A proposed piece of configuration, with everything a person needs to judge it (wire shape). */
export const recommendation = z.discriminatedUnion('entity_type', [
  recommendationOf('site', RESOURCE_SCHEMAS.site),
  recommendationOf('shift', RESOURCE_SCHEMAS.shift),
  recommendationOf('staff_role', RESOURCE_SCHEMAS.staff_role),
  recommendationOf('security_policy', RESOURCE_SCHEMAS.security_policy),
]);
export type Recommendation = z.infer<typeof recommendation>;
