import * as z from 'zod';

/** One thing a compatibility check noticed: what, where in the customizations, and in words. */
export const finding = z.strictObject({
  code: z.enum([
    'hours_uncovered',
    'no_shifts',
    'no_staff_roles',
    'guards_exceed_people',
    'shifts_exceed_people',
    'staff_out_of_range',
    'guards_and_admins_exceed_people',
    'control_off',
    'distance_looser',
    'distance_unchecked',
    'alarm_without_gps',
  ]),
  pointer: z.string(),
  detail: z.string(),
});
export type Finding = z.infer<typeof finding>;
