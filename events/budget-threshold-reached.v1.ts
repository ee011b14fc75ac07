import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A budget of the tenant is half, nearly or wholly used: each once per day or month. */
export const budgetThresholdReachedV1 = defineEvent(
  'budget.threshold_reached.v1',
  z.object({
    window: z.enum(['openai_daily', 'azure_daily', 'monthly']),
    /** The day (`2026-01-05`) or month (`2026-01`) in the tenant's time zone. */
    period: z.string(),
    threshold_percent: z.union([z.literal(50), z.literal(80), z.literal(100)]),
    limit_microcents: z.int(),
    /** Spent, and held for calls under way. */
    committed_microcents: z.int(),
  }),
);
