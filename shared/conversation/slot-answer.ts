import * as z from 'zod';
import { securityLevel, siteType } from '#shared/facility/values.ts';
import { strictAnswer } from '#shared/language-model/strict-answer.ts';
import { SLOTS } from '#shared/slots/slot-values.ts';
import type { ConversationType } from './session.ts';

/** A fact as a model claims to have read it. Bounds are not its business: the slots check them. */
const stated = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, quote: z.string(), confidence: z.number() }).nullable();

const hours = z.strictObject({
  open: z.string(),
  close: z.string(),
  around_the_clock: z.boolean(),
});
const shift = z.strictObject({
  name: z.string(),
  start: z.string(),
  end: z.string(),
  people: z.number(),
});

const setupAnswer = strictAnswer(
  z.strictObject({
    urgency: stated(SLOTS.urgency),
    site_type: stated(siteType),
    site_name: stated(z.string()),
    expected_users: stated(z.number()),
    operating_hours: stated(hours),
    time_zone: stated(z.string()),
    security_level: stated(securityLevel),
    staff_roles: stated(z.array(z.string())),
    shifts: stated(z.array(shift)),
  }),
);
/** What a model answers about an `initial_setup`: every fact, or null. */
export type SlotAnswer = z.infer<typeof setupAnswer>;

const updateAnswer = strictAnswer(
  z.strictObject({
    target_site: stated(z.string()),
    change_field: stated(SLOTS.change_field),
    expected_users: stated(z.number()),
    operating_hours: stated(hours),
    security_level: stated(securityLevel),
    time_zone: stated(z.string()),
    shift_name: stated(z.string()),
    shift_people: stated(z.number()),
  }),
);

const problemAnswer = strictAnswer(
  z.strictObject({
    area: stated(SLOTS.area),
    symptom: stated(z.string()),
    since_when: stated(z.string()),
    target_site: stated(z.string()),
    severity: stated(SLOTS.severity),
  }),
);

const wishAnswer = strictAnswer(
  z.strictObject({
    request_title: stated(z.string()),
    request_description: stated(z.string()),
    importance: stated(SLOTS.importance),
    affected_users: stated(z.number()),
  }),
);

/** The answer about each type of conversation: its slots and no others. */
export const SLOT_ANSWERS = {
  initial_setup: setupAnswer,
  config_update: updateAnswer,
  troubleshooting: problemAnswer,
  feature_request: wishAnswer,
} as const satisfies Record<ConversationType, z.ZodType>;
