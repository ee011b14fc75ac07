import * as z from 'zod';

/** The parts of the product that can be switched: PRODUCT section 10. */
const FLAGS = [
  'conversational_onboarding',
  'production_embeddings',
  'webhook_notifications',
  'templates',
  'knowledge',
  'checker',
] as const;

/** Which parts a tenant has (wire shape). */
export const flagStates = z.record(z.enum(FLAGS), z.boolean());
export type FlagStates = z.infer<typeof flagStates>;

/** What a tenant has while nobody has narrowed it. */
export const EVERYTHING_ON: FlagStates = {
  conversational_onboarding: true,
  production_embeddings: true,
  webhook_notifications: true,
  templates: true,
  knowledge: true,
  checker: true,
};
