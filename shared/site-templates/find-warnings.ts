import type { Finding } from './finding.ts';
import { uncoveredHours } from './shift-hours.ts';
import type { SiteBlueprint } from './site-blueprint.ts';
import type { SiteTemplate, TemplateSecurity } from './site-template.ts';

/** What works but departs from what the industry usually needs. */
export const findWarnings = (template: SiteTemplate, blueprint: SiteBlueprint): Finding[] => [
  ...uncovered(template, blueprint),
  ...staffOutOfRange(template, blueprint),
  ...fewWorkers(blueprint),
  ...controlsOff(template.security, blueprint.security),
  ...looserDistance(template.security, blueprint.security),
  ...contradictions(blueprint.security),
];

// An office may well be open for an hour after its day shift: what the template leaves open is usual.
function uncovered(template: SiteTemplate, { site, shifts }: SiteBlueprint): Finding[] {
  const usual = uncoveredHours(template.site.operating_hours, template.shifts);
  return uncoveredHours(site.operating_hours, shifts)
    .filter((gap) => !usual.some(({ start, end }) => start === gap.start && end === gap.end))
    .map(({ start, end }) => ({
      code: 'hours_uncovered',
      pointer: '/customizations/shifts',
      detail: `the site is open from ${start} to ${end}, but no shift works then`,
    }));
}

function staffOutOfRange(template: SiteTemplate, { site }: SiteBlueprint): Finding[] {
  const { min, max } = template.recommended_staff;
  if (site.expected_users >= min && site.expected_users <= max) return [];
  const detail = `${site.expected_users} people; the template is made for ${min} to ${max}`;
  return [{ code: 'staff_out_of_range', pointer: '/customizations/site/expected_users', detail }];
}

function fewWorkers({ site }: SiteBlueprint): Finding[] {
  const { guards = 0, admins = 0, expected_users } = site;
  if (guards > expected_users || guards + admins <= expected_users) return [];
  const detail = `${guards} guards and ${admins} admins are more than ${expected_users} people`;
  return [
    { code: 'guards_and_admins_exceed_people', pointer: '/customizations/site/admins', detail },
  ];
}

const CONTROLS = ['gps', 'inactivity_alarm', 'device_events', 'site_audit'] as const;

const controlsOff = (usual: TemplateSecurity, chosen: TemplateSecurity): Finding[] =>
  CONTROLS.filter((control) => usual[control] && !chosen[control]).map((control) => ({
    code: 'control_off',
    pointer: `/customizations/site/controls/${control}`,
    detail: `${control} is usual in this industry and is switched off`,
  }));

function looserDistance(usual: TemplateSecurity, chosen: TemplateSecurity): Finding[] {
  const allowed = chosen.permitted_distance_meters ?? Number.POSITIVE_INFINITY;
  if (usual.permitted_distance_meters === null || allowed <= usual.permitted_distance_meters) {
    return [];
  }
  const detail = `people may be farther away than the usual ${usual.permitted_distance_meters} m`;
  return [{ code: 'distance_looser', pointer: DISTANCE, detail }];
}

const DISTANCE = '/customizations/site/permitted_distance_meters';

function contradictions({ gps, inactivity_alarm, ...security }: TemplateSecurity): Finding[] {
  if (gps) return [];
  const unchecked: Finding = {
    code: 'distance_unchecked',
    pointer: DISTANCE,
    detail: 'a distance is set, but without GPS nobody can check it',
  };
  const blindAlarm: Finding = {
    code: 'alarm_without_gps',
    pointer: '/customizations/site/controls/inactivity_alarm',
    detail: 'without GPS the inactivity alarm cannot say where the person is',
  };
  return [
    ...(security.permitted_distance_meters === null ? [] : [unchecked]),
    ...(inactivity_alarm ? [blindAlarm] : []),
  ];
}
