import type { SecurityLevel } from '#shared/facility/values.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { ShiftPlan } from '#shared/slots/slot-values.ts';
import { isNight } from './day-clock.ts';
import type { DraftFacts } from './draft-facts.ts';
import { siteCodeOf } from './site-code.ts';
import { SITE_TYPE_DEFAULTS } from './site-type-defaults.ts';

/** Meters a person may be away from the site. */
const PERMITTED_DISTANCE_METERS = { basic: 100, enhanced: 50, high: 50 } as const;

/** The site, its security policy, shifts and staff roles: what these facts mean as configuration. */
export function makeDraft(facts: DraftFacts): ResourceDraft[] {
  const code = siteCodeOf(facts.siteType, facts.sessionId);
  return [
    siteOf(facts, code),
    securityPolicyOf(facts.level, code),
    ...facts.shifts.map((shift) => shiftOf(shift, facts, code)),
    ...facts.staffRoles.map((role) => staffRoleOf(role, code)),
  ];
}

const siteOf = (facts: DraftFacts, code: string): ResourceDraft => ({
  kind: 'site',
  data: {
    code,
    name: facts.siteName,
    site_type: facts.siteType,
    time_zone: facts.timeZone,
    operating_hours: facts.hours,
    expected_users: facts.expectedUsers,
  },
});

/** What a level means. */
export const securityPolicyOf = (level: SecurityLevel, code: string): ResourceDraft => ({
  kind: 'security_policy',
  data: {
    site_code: code,
    level,
    gps: level !== 'basic',
    inactivity_alarm: level === 'high',
    device_events: level !== 'basic',
    site_audit: level === 'high',
    permitted_distance_meters: PERMITTED_DISTANCE_METERS[level],
  },
});

function shiftOf(shift: ShiftPlan, { siteType }: DraftFacts, code: string): ResourceDraft {
  const night = isNight(shift.start, shift.end);
  const { checkMinutes } = SITE_TYPE_DEFAULTS[siteType];
  const check_minutes = night ? checkMinutes.night : checkMinutes.day;
  return { kind: 'shift', data: { site_code: code, ...shift, check_minutes, night } };
}

const staffRoleOf = (role: string, code: string): ResourceDraft => ({
  kind: 'staff_role',
  data: { site_code: code, code: role, name: titleOf(role) },
});

/** `STUDENT_WORKER` → `Student Worker`; codes of up to two letters stay as they are. */
const titleOf = (role: string): string =>
  role
    .split('_')
    .map((word) => (word.length <= 2 ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
