import fc from 'fast-check';
import { AROUND_THE_CLOCK, type OperatingHours, siteType } from '#shared/facility/values.ts';
import type { CheckInput } from '#shared/recommendations/check-input.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import { splitShifts } from '#shared/recommendations/suggest-team.ts';
import type { FilledSlots, ShiftPlan } from '#shared/slots/slot-values.ts';
import { later } from './seeded-draft.ts';

const quarterHour = fc.integer({ min: 0, max: 95 }).map((quarter) => later('00:00', quarter * 15));

const hours: fc.Arbitrary<OperatingHours> = fc.oneof(
  fc.constant(AROUND_THE_CLOCK),
  fc
    .tuple(quarterHour, quarterHour)
    .filter(([open, close]) => open !== close)
    .map(([open, close]) => ({ open, close, around_the_clock: false })),
);

const name = fc
  .tuple(
    fc.constantFrom('Harbor', 'Dock', 'Sankt', 'مستشفى', 'शिवाजी', 'Rhône', 'Plant'),
    fc.constantFrom('Point', '12', 'Josef', 'الرحمة', 'पार्क', 'Nord', '7'),
  )
  .map((words) => words.join(' '));

const timeZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Australia/Adelaide',
  'UTC',
);

const facts = fc.record({
  site_type: fc.constantFrom(...siteType.options),
  site_name: name,
  expected_users: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1000 })),
  operating_hours: hours,
  time_zone: timeZone,
  security_level: fc.constantFrom('basic', 'enhanced', 'high'),
});
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

const roles = fc.uniqueArray(
  fc.constantFrom('NURSE', 'PORTER', 'CLEANER', 'QC', 'NIGHT_GUARD', 'ADMIN', 'TECH'),
  { minLength: 1, maxLength: 5 },
);

/** Shifts as people state them: in a number of their own, with names of their own, handing over. */
const shiftsFor = ({ site_type, operating_hours, expected_users }: Facts) =>
  fc
    .record({ wanted: fc.integer({ min: 1, max: 4 }), handover: fc.constantFrom(0, 15, 30) })
    .map(({ wanted, handover }): ShiftPlan[] => {
      const needs = { siteType: site_type, hours: operating_hours, users: expected_users };
      const shifts = splitShifts(needs, wanted);
      return shifts.map((shift, index) => ({
        ...shift,
        name: `Team ${'ABCD'.charAt(index)}`,
        end: shifts.length > 1 ? later(shift.end, handover) : shift.end,
      }));
    });

/** Complete answers without a contradiction; roles and shifts are stated by some. */
const answers: fc.Arbitrary<FilledSlots> = facts
  .map((all) =>
    // More than fifty people and basic security are a risk by rule, so they are not sound.
    all.security_level === 'basic'
      ? { ...all, expected_users: Math.min(all.expected_users, 50) }
      : all,
  )
  .chain((all) =>
    fc
      .record({
        staff_roles: fc.option(roles, { nil: undefined }),
        shifts: fc.option(shiftsFor(all), { nil: undefined, freq: 2 }),
      })
      .map((team) => filled({ ...all, ...team })),
  );

const filled = (values: Readonly<Record<string, unknown>>): FilledSlots =>
  Object.fromEntries(
    Object.entries(values).flatMap(([slot, value]) =>
      value === undefined ? [] : [[slot, { value, confidence: 0.9, source: null }]],
    ),
  );

/** So many drafts that are as they should be, with the facts they were made from. */
export const soundDrafts = (count: number, seed: number): readonly CheckInput[] =>
  fc.sample(answers, { numRuns: count, seed }).map((slots, index) => {
    const stated = draftFacts(`session-${index}`, slots);
    return { facts: stated, drafts: makeDraft(stated) };
  });
