import datacenterFacility from '#templates/sites/datacenter_facility.json' with { type: 'json' };
import educationalInstitution from '#templates/sites/educational_institution.json' with {
  type: 'json',
};
import healthcareHospital from '#templates/sites/healthcare_hospital.json' with { type: 'json' };
import manufacturingFactory from '#templates/sites/manufacturing_factory.json' with {
  type: 'json',
};
import officeCorporate from '#templates/sites/office_corporate.json' with { type: 'json' };
import retailStore from '#templates/sites/retail_store.json' with { type: 'json' };
import warehouseIndustrial from '#templates/sites/warehouse_industrial.json' with { type: 'json' };
import { TemplateNotFoundError } from './errors.ts';
import { type SiteTemplate, siteTemplate } from './site-template.ts';

/** The built-in templates, in the order in which they are listed. */
export const SITE_TEMPLATES: readonly SiteTemplate[] = [
  officeCorporate,
  retailStore,
  healthcareHospital,
  manufacturingFactory,
  datacenterFacility,
  warehouseIndustrial,
  educationalInstitution,
].map((data) => siteTemplate.parse(data));

/** The built-in template of this id. @throws TemplateNotFoundError */
export function findTemplate(templateId: string): SiteTemplate {
  const template = SITE_TEMPLATES.find(({ id }) => id === templateId);
  if (!template) throw new TemplateNotFoundError();
  return template;
}
