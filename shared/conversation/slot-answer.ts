import * as z from 'zod';
import { securityLevel, siteType } from '#shared/facility/values.ts';
import { strictAnswer } from '#shared/language-model/strict-answer.ts';

/** A fact as a model claims to have read it. Bounds are not its business: the slots check them. */
const stated = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, quote: z.string(), confidence: z.number() }).nullable();

/** What a model answers to the prompt `propose-slots`: every fact, or null. */
export const slotAnswer = strictAnswer(
  z.strictObject({
    urgency: stated(z.enum(['today', 'week', 'month', 'none'])),
    site_type: stated(siteType),
    site_name: stated(z.string()),
    expected_users: stated(z.number()),
    operating_hours: stated(
      z.strictObject({ open: z.string(), close: z.string(), around_the_clock: z.boolean() }),
    ),
    time_zone: stated(z.string()),
    security_level: stated(securityLevel),
    staff_roles: stated(z.array(z.string())),
    shifts: stated(
      z.array(
        z.strictObject({
          name: z.string(),
          start: z.string(),
          end: z.string(),
          people: z.number(),
        }),
      ),
    ),
  }),
);
export type SlotAnswer = z.infer<typeof slotAnswer>;
