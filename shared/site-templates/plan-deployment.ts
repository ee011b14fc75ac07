import { RESOURCE_SCHEMAS, type ResourceDraft } from '#shared/resources/resource.ts';
import { type CompatibilityCheck, checkCompatibility } from './check-compatibility.ts';
import { type CreatedObjects, createdObjectsOf } from './created-objects.ts';
import type { Customizations } from './customizations.ts';
import { customize, type TenantDefaults } from './customize.ts';
import { levelOf } from './security-level.ts';
import type { SiteBlueprint } from './site-blueprint.ts';
import type { SiteTemplate } from './site-template.ts';

/** What a deployment would make, and whether that can work. */
export interface DeploymentPlan {
  /** The site first, then what belongs to it. The same input gives the same bytes. */
  readonly drafts: readonly ResourceDraft[];
  readonly createdObjects: CreatedObjects;
  readonly compatibility: CompatibilityCheck;
}

/**
 * The resources that a template with these customizations is made of. Pure: nothing is written, and
 * an incompatible plan is returned too, because a dry run shows what is wrong with it.
 * @throws CustomizationError with a pointer per field that does not fit this template
 */
export function planDeployment(
  template: SiteTemplate,
  customizations: Customizations,
  tenantDefaults?: TenantDefaults,
): DeploymentPlan {
  const blueprint = customize(template, customizations, tenantDefaults);
  const drafts = draftsOf(blueprint);
  return {
    drafts,
    createdObjects: createdObjectsOf(drafts),
    compatibility: checkCompatibility(template, blueprint),
  };
}

/** Each draft passes its schema, which also fixes the order of its fields. */
function draftsOf({ site, shifts, staff_roles, security }: SiteBlueprint): ResourceDraft[] {
  const { site: siteSchema, shift, staff_role, security_policy } = RESOURCE_SCHEMAS;
  const at = { site_code: site.code };
  const policy = { ...at, ...security, level: levelOf(security) };
  return [
    { kind: 'site', data: siteSchema.parse(site) },
    ...shifts.map((data) => ({ kind: 'shift' as const, data: shift.parse({ ...at, ...data }) })),
    ...staff_roles.map((data) => ({
      kind: 'staff_role' as const,
      data: staff_role.parse({ ...at, ...data }),
    })),
    { kind: 'security_policy', data: security_policy.parse(policy) },
  ];
}
