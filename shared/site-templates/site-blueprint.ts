import type { ResourceData } from '#shared/resources/resource.ts';
import type { TemplateSecurity, TemplateShift, TemplateStaffRole } from './site-template.ts';

/** One site as it will be: the template with the tenant's customizations in it. */
export interface SiteBlueprint {
  readonly site: ResourceData<'site'>;
  readonly security: TemplateSecurity;
  readonly shifts: readonly TemplateShift[];
  readonly staff_roles: readonly TemplateStaffRole[];
}
