import * as z from 'zod';
import { securityLevel } from '#shared/facility/values.ts';

export const companySize = z.enum(['small', 'medium', 'large', 'enterprise']);
export type CompanySize = z.infer<typeof companySize>;

const words = z.string().trim().max(200);

/**
 * What a person says about the site (wire shape). Everything but the count is free text in any of
 * the six languages; what is not understood is not used, and never an error.
 */
export const quickStartRequest = z.object({
  industry: z.string().trim().max(500).describe('What the site is, in the words of the person'),
  size: words.optional().describe(`${companySize.options.join(', ')}, or free text`),
  operating_hours: words.optional().describe('Such as 9-5, 24/7 or three shifts'),
  security_level: words.optional().describe(`${securityLevel.options.join(', ')}, or free text`),
  staff_count: z.int().min(1).max(1_000_000).optional().describe('Wins over size'),
  special_requirements: z
    .union([z.array(words).max(20), words])
    .optional()
    .describe('Standards and rules to keep, such as HIPAA'),
  language: z.string().trim().max(35).optional().describe('BCP 47 tag of the language'),
});
export type QuickStartRequest = z.infer<typeof quickStartRequest>;
