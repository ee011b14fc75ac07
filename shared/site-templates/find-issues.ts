import type { Finding } from './finding.ts';
import { peakPeople } from './shift-hours.ts';
import type { SiteBlueprint } from './site-blueprint.ts';

/** What keeps the site from working: no shifts, nobody to work, more at work than there are. */
export const findIssues = (blueprint: SiteBlueprint): Finding[] => [
  ...withoutShifts(blueprint),
  ...withoutRoles(blueprint),
  ...tooManyGuards(blueprint),
  ...tooManyAtWork(blueprint),
];

const withoutShifts = ({ shifts }: SiteBlueprint): Finding[] =>
  shifts.length > 0
    ? []
    : [
        {
          code: 'no_shifts',
          pointer: '/customizations/shifts',
          detail: 'every shift is removed, so nobody would ever be at work',
        },
      ];

const withoutRoles = ({ staff_roles }: SiteBlueprint): Finding[] =>
  staff_roles.length > 0
    ? []
    : [
        {
          code: 'no_staff_roles',
          pointer: '/customizations/staff_roles',
          detail: 'every staff role is removed, so nobody could be assigned to a shift',
        },
      ];

function tooManyGuards({ site: { guards = 0, expected_users } }: SiteBlueprint): Finding[] {
  if (guards <= expected_users) return [];
  const detail = `${guards} guards are more than the ${expected_users} people expected`;
  return [{ code: 'guards_exceed_people', pointer: '/customizations/site/guards', detail }];
}

function tooManyAtWork({ site: { expected_users }, shifts }: SiteBlueprint): Finding[] {
  const peak = peakPeople(shifts);
  if (peak <= expected_users) return [];
  const detail = `up to ${peak} people work at once, but only ${expected_users} are expected`;
  return [{ code: 'shifts_exceed_people', pointer: '/customizations/site/expected_users', detail }];
}
