import * as z from 'zod';
import { securityLevel } from '#shared/facility/values.ts';
import { customizations } from '../customizations.ts';
import { planDeployment } from '../plan-deployment.ts';
import { levelOf } from '../security-level.ts';
import type { SiteTemplate } from '../site-template.ts';
import type { SiteFacts } from './read-facts.ts';

/** A change worth making before the template is deployed (wire shape). */
export const customizationSuggestion = z.strictObject({
  type: z.enum(['staff', 'operating_hours', 'security', 'compliance']),
  title: z.string(),
  description: z.string(),
  impact: z.enum(['low', 'medium', 'high']),
  /** Ready for `templates/{id}/deploy`, where this alone makes a site that can work. */
  customizations: z.strictObject({ site: customizations.shape.site }).optional(),
});
export type CustomizationSuggestion = z.infer<typeof customizationSuggestion>;

/** Where the facts depart from the template, in the order in which a person would settle it. */
export const suggestCustomizations = (
  template: SiteTemplate,
  facts: SiteFacts,
): CustomizationSuggestion[] =>
  [
    ...suggestStaff(template, facts),
    ...suggestHours(template, facts),
    ...suggestSecurity(template, facts),
    ...suggestCompliance(template, facts),
  ].map((suggestion) => withWorkable(template, suggestion));

/** Customizations that alone would make a site that cannot work are left to the person. */
function withWorkable(
  template: SiteTemplate,
  { customizations: changes, ...suggestion }: CustomizationSuggestion,
): CustomizationSuggestion {
  if (!changes) return suggestion;
  const { compatibility } = planDeployment(template, customizations.parse(changes));
  return compatibility.compatible ? { ...suggestion, customizations: changes } : suggestion;
}

const MOST_PEOPLE_PER_SITE = 1000;

function suggestStaff(
  { site, recommended_staff: { min, max } }: SiteTemplate,
  { staffCount }: SiteFacts,
): CustomizationSuggestion[] {
  if (staffCount === undefined || staffCount === site.expected_users) return [];
  const inRange = staffCount >= min && staffCount <= max;
  return [
    {
      type: 'staff',
      title: `Expect ${staffCount} people`,
      description: `The template is made for ${min} to ${max} people. Set how many you expect, and how many work in each shift.`,
      impact: inRange ? 'low' : 'medium',
      ...(staffCount <= MOST_PEOPLE_PER_SITE && {
        customizations: { site: { expected_users: staffCount } },
      }),
    },
  ];
}

function suggestHours({ site }: SiteTemplate, { opening }: SiteFacts): CustomizationSuggestion[] {
  const wanted = opening?.hours;
  const usual = site.operating_hours;
  if (!wanted || (wanted.open === usual.open && wanted.close === usual.close)) return [];
  const { open, close, around_the_clock } = wanted;
  const said = around_the_clock ? 'around the clock' : `from ${open} to ${close}`;
  return [
    {
      type: 'operating_hours',
      title: `Open ${said}`,
      description: `Set the opening hours, and move or add shifts so that somebody works ${said}.`,
      impact: 'medium',
      customizations: { site: around_the_clock ? { around_the_clock } : { open, close } },
    },
  ];
}

function suggestSecurity(
  { security }: SiteTemplate,
  { securityLevel: wanted }: SiteFacts,
): CustomizationSuggestion[] {
  const usual = levelOf(security);
  if (!wanted || wanted === usual) return [];
  const levels = securityLevel.options;
  const stronger = levels.indexOf(wanted) > levels.indexOf(usual);
  const controls = { gps: wanted !== 'basic', inactivity_alarm: wanted === 'high' };
  return [
    {
      type: 'security',
      title: `${stronger ? 'Raise' : 'Lower'} security to ${wanted}`,
      description: stronger
        ? `The template has ${usual} security; switch on what ${wanted} security adds.`
        : `The template has ${usual} security because this is usual in the industry; check whether you may do with less.`,
      impact: 'high',
      customizations: { site: { controls } },
    },
  ];
}

const suggestCompliance = (
  { id }: SiteTemplate,
  { requirements }: SiteFacts,
): CustomizationSuggestion[] =>
  requirements
    .filter(({ templates }) => !templates.includes(id))
    .map(({ written }) => ({
      type: 'compliance',
      title: `Check “${written}”`,
      description: 'The template was not made for this requirement; compare its controls with it.',
      impact: 'high',
    }));
