import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AROUND_THE_CLOCK, siteType } from '#shared/facility/values.ts';
import { minutesBetween } from '#shared/recommendations/day-clock.ts';
import { splitShifts, suggestShifts, suggestTeam } from '#shared/recommendations/suggest-team.ts';
import { INITIAL_SETUP_SLOTS } from '#shared/slots/slot-values.ts';
import { OFFICE_SLOTS } from '../../support/draft.ts';

describe('suggested shifts', () => {
  it('cover a whole day in three shifts of eight hours, or two of twelve in a hospital', () => {
    const day = { hours: AROUND_THE_CLOCK, users: 90 };
    expect(suggestShifts({ siteType: 'warehouse', ...day })).toEqual([
      { name: 'Morning', start: '06:00', end: '14:00', people: 30 },
      { name: 'Afternoon', start: '14:00', end: '22:00', people: 30 },
      { name: 'Night', start: '22:00', end: '06:00', people: 30 },
    ]);
    expect(suggestShifts({ siteType: 'healthcare', ...day })).toEqual([
      { name: 'Morning', start: '07:00', end: '19:00', people: 45 },
      { name: 'Night', start: '19:00', end: '07:00', people: 45 },
    ]);
  });

  it('are one day shift for an ordinary office', () => {
    expect(suggestTeam(OFFICE_SLOTS).shifts).toEqual([
      { name: 'Day', start: '08:00', end: '18:00', people: 30 },
    ]);
  });

  it('follow each other without a gap from opening to closing, with all the people', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (at) =>
          `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(
        time,
        time,
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom(...siteType.options),
        (open, close, users, type) => {
          fc.pre(open !== close);
          const hours = { open, close, around_the_clock: false };
          const shifts = suggestShifts({ siteType: type, hours, users });
          expect(INITIAL_SETUP_SLOTS.shifts.safeParse(shifts).error).toBeUndefined();
          expect([shifts[0]?.start, shifts.at(-1)?.end]).toEqual([open, close]);
          expect(shifts.slice(1).map(({ start }) => start)).toEqual(
            shifts.slice(0, -1).map(({ end }) => end),
          );
          expect(shifts.reduce((sum, { people }) => sum + people, 0)).toBe(users);
          const worked = shifts.reduce(
            (sum, { start, end }) => sum + minutesBetween(start, end),
            0,
          );
          expect(worked).toBe(minutesBetween(open, close));
        },
      ),
    );
  });

  it('have names of their own', () => {
    const names = splitShifts({ siteType: 'other', hours: AROUND_THE_CLOCK, users: 100 }, 4).map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(4);
  });

  it('wait for the facts they need', () => {
    expect(suggestTeam({})).toEqual({});
    expect(suggestTeam({ site_type: OFFICE_SLOTS.site_type })).toEqual({
      staff_roles: ['SECURITY', 'ADMIN', 'SUPERVISOR'],
    });
  });
});
