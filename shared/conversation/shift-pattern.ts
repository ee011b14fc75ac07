import * as z from 'zod';
import { timeOfDay } from '#shared/facility/values.ts';
import {
  openMinutes,
  shiftNeedsOf,
  splitShifts,
  spreadShifts,
} from '#shared/recommendations/suggest-team.ts';
import type { FilledSlots, ShiftPlan } from '#shared/slots/slot-values.ts';

const count = z.int().min(1).max(20);

/** "Two shifts of twelve hours": what becomes of it depends on people and opening hours. */
const equalShifts = z.strictObject({ count, hours: z.number().min(1).max(24).optional() });

/** Shifts without their people: those are divided among them. */
const unmannedShifts = z.strictObject({
  shifts: z
    .array(
      z.strictObject({
        name: z.string(),
        start: timeOfDay,
        end: timeOfDay,
        people: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .max(20),
});

/** Shifts as they were spoken of before everything they depend on is known. */
export const shiftPattern = z.union([equalShifts, unmannedShifts]);
export type ShiftPattern = z.infer<typeof shiftPattern>;

export interface PlannedShifts {
  readonly shifts: readonly ShiftPlan[];
  /** False where their length and the opening hours contradict each other. */
  readonly fits: boolean;
}

/**
 * The shifts a pattern means, as soon as what they depend on is known.
 * @param language BCP 47, for their names
 */
export function planShifts(
  pattern: ShiftPattern,
  slots: FilledSlots,
  language: string,
): PlannedShifts | undefined {
  return 'shifts' in pattern
    ? withPeople(pattern.shifts, slots.expected_users?.value)
    : equal(pattern, slots, language);
}

function withPeople(
  shifts: z.infer<typeof unmannedShifts>['shifts'],
  users: number | undefined,
): PlannedShifts | undefined {
  if (users === undefined) return undefined;
  const share = Math.max(1, Math.floor(users / shifts.length));
  return {
    shifts: shifts.map((shift) => ({ ...shift, people: shift.people ?? share })),
    fits: true,
  };
}

/** An hour of breaks and handing over at most makes no contradiction. */
const LEEWAY_MINUTES = 60;

function equal(
  { count, hours }: z.infer<typeof equalShifts>,
  slots: FilledSlots,
  language: string,
): PlannedShifts | undefined {
  const needs = shiftNeedsOf(slots, language);
  if (!needs) return undefined;
  const off = hours === undefined ? 0 : Math.abs(openMinutes(needs.hours) / count - hours * 60);
  if (hours === undefined || off <= LEEWAY_MINUTES) {
    return { shifts: splitShifts(needs, count), fits: true };
  }
  return { shifts: spreadShifts(needs, count, hours * 60), fits: false };
}
