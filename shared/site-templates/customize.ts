import type { Customizations, SiteChanges } from './customizations.ts';
import { CustomizationError } from './errors.ts';
import { mergeHours } from './merge-hours.ts';
import { mergeShifts } from './merge-shifts.ts';
import { mergeStaffRoles } from './merge-staff-roles.ts';
import type { SiteBlueprint } from './site-blueprint.ts';
import type { SiteTemplate, TemplateSecurity } from './site-template.ts';

export interface TenantDefaults {
  /** IANA name from the tenant's settings; UTC where it has none. */
  readonly timeZone?: string;
}

/**
 * Merges customizations into a template: objects by field, lists by natural key.
 * @throws CustomizationError with a pointer per field that does not fit this template
 */
export function customize(
  template: SiteTemplate,
  changes: Customizations,
  { timeZone = 'UTC' }: TenantDefaults = {},
): SiteBlueprint {
  const hours = mergeHours(template.site.operating_hours, changes.site);
  const shifts = mergeShifts(template.shifts, changes.shifts);
  const roles = mergeStaffRoles(template.staff_roles, changes.staff_roles);
  const errors = [...hours.errors, ...shifts.errors, ...roles.errors];
  if (errors.length > 0) {
    throw new CustomizationError('The customizations do not fit the template', errors);
  }
  return {
    site: {
      ...template.site,
      expected_users: usualUsers(template),
      time_zone: timeZone,
      ...siteFields(changes.site),
      operating_hours: hours.value,
    },
    security: mergeSecurity(template.security, changes.site),
    shifts: shifts.value,
    staff_roles: roles.value,
  };
}

const usualUsers = ({ site, recommended_staff: { min, max } }: SiteTemplate): number =>
  site.expected_users ?? Math.floor((min + max) / 2);

/** The changes that are fields of the site itself. */
function siteFields(changes: SiteChanges) {
  const { open, close, around_the_clock, controls, permitted_distance_meters, ...fields } = changes;
  return fields;
}

const mergeSecurity = (security: TemplateSecurity, changes: SiteChanges): TemplateSecurity => ({
  ...security,
  ...changes.controls,
  permitted_distance_meters:
    changes.permitted_distance_meters === undefined
      ? security.permitted_distance_meters
      : changes.permitted_distance_meters,
});
