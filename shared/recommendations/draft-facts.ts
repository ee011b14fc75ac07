import type { OperatingHours, SecurityLevel, SiteType } from '#shared/facility/values.ts';
import { REQUIRED_SLOTS } from '#shared/slots/initial-setup.ts';
import type { FilledSlots, ShiftPlan } from '#shared/slots/slot-values.ts';
import { IncompleteDraftError } from './errors.ts';
import { suggestTeam } from './suggest-team.ts';

/** Everything a draft is made from, complete. */
export interface DraftFacts {
  readonly sessionId: string;
  readonly siteType: SiteType;
  readonly siteName: string;
  readonly expectedUsers: number;
  readonly hours: OperatingHours;
  readonly timeZone: string;
  readonly level: SecurityLevel;
  readonly staffRoles: readonly string[];
  readonly shifts: readonly ShiftPlan[];
  /** Mean confidence of the required slots. */
  readonly confidence: number;
}

/**
 * Roles and shifts nobody stated are the suggested ones.
 * @param language BCP 47, for the names of suggested shifts
 * @throws IncompleteDraftError naming what is missing.
 */
export function draftFacts(sessionId: string, slots: FilledSlots, language = 'en'): DraftFacts {
  const { site_type, site_name, expected_users, operating_hours, time_zone, security_level } =
    slots;
  if (
    !site_type ||
    !site_name ||
    !expected_users ||
    !operating_hours ||
    !time_zone ||
    !security_level
  ) {
    throw new IncompleteDraftError(REQUIRED_SLOTS.filter((slot) => !slots[slot]));
  }
  const suggested = suggestTeam(slots, language);
  return {
    sessionId,
    siteType: site_type.value,
    siteName: site_name.value,
    expectedUsers: expected_users.value,
    hours: operating_hours.value,
    timeZone: time_zone.value,
    level: security_level.value,
    staffRoles: slots.staff_roles?.value ?? suggested.staff_roles ?? [],
    shifts: slots.shifts?.value ?? suggested.shifts ?? [],
    confidence: meanConfidence(slots),
  };
}

function meanConfidence(slots: FilledSlots): number {
  const confidences = REQUIRED_SLOTS.map((slot) => slots[slot]?.confidence ?? 0);
  return confidences.reduce((sum, confidence) => sum + confidence, 0) / confidences.length;
}
