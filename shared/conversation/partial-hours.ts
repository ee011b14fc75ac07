import * as z from 'zod';
import { type OperatingHours, timeOfDay } from '#shared/facility/values.ts';

/** One end of the opening hours: "we close at eight" says nothing about the other. */
export const partialHours = z
  .strictObject({ open: timeOfDay.optional(), close: timeOfDay.optional() })
  .refine(({ open, close }) => (open === undefined) !== (close === undefined));
export type PartialHours = z.infer<typeof partialHours>;

/** The half that was said now, completed by what was known before; still a half when nothing was. */
export function completeHours(
  half: PartialHours,
  known: Partial<OperatingHours> | undefined,
): OperatingHours | PartialHours {
  const before = known?.around_the_clock ? {} : (known ?? {});
  const { open, close } = { ...before, ...half };
  return open && close ? { open, close, around_the_clock: false } : half;
}
