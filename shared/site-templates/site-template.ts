import * as z from 'zod';
import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';

/** A shift of a template; shifts of one site are told apart by name. */
const templateShift = RESOURCE_SCHEMAS.shift.omit({ site_code: true });
export type TemplateShift = z.infer<typeof templateShift>;

/** A staff role of a template; roles of one site are told apart by code. */
const templateStaffRole = RESOURCE_SCHEMAS.staff_role.omit({ site_code: true });
export type TemplateStaffRole = z.infer<typeof templateStaffRole>;

/** The security policy without its level, which follows from the controls. */
const templateSecurity = RESOURCE_SCHEMAS.security_policy.omit({
  site_code: true,
  level: true,
});
export type TemplateSecurity = z.infer<typeof templateSecurity>;

/** The site without its time zone, which is the tenant's. */
const templateSite = RESOURCE_SCHEMAS.site
  .omit({ time_zone: true })
  .required()
  /** Null where the industry has no usual number: then the middle of the recommended staff. */
  .extend({ expected_users: RESOURCE_SCHEMAS.site.shape.expected_users.nullable() });

const phrase = z.string().trim().min(1).max(100);
const staffCount = z.int().min(1).max(1000);

export const complexity = z.enum(['low', 'medium', 'high']);

/** What an industry usually needs, as data under `templates/sites/`. All fields are wire shapes. */
export const siteTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/),
  name: phrase,
  description: z.string().trim().min(1).max(500),
  site: templateSite,
  security: templateSecurity,
  shifts: z.array(templateShift.required()).min(1).max(20),
  staff_roles: z.array(templateStaffRole).min(1).max(40),
  /** How long a person usually takes from choosing the template to the applied site. */
  setup_minutes: z.int().min(1).max(600),
  complexity,
  recommended_staff: z
    .strictObject({ min: staffCount, max: staffCount })
    .refine(({ min, max }) => min <= max, 'must not end before it begins'),
  keywords: z.array(phrase).min(1).max(40),
  /** Standards whose demands the template was made for. */
  compliance: z.array(phrase).max(20),
});
export type SiteTemplate = z.infer<typeof siteTemplate>;
