import { ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { findTemplate, SITE_TEMPLATES } from '#shared/site-templates/catalogue.ts';
import type { SiteTemplate } from '#shared/site-templates/site-template.ts';
import { versionOf } from '#shared/site-templates/template-version.ts';
import { getTemplate, listTemplates } from './contract.ts';

/** GET /templates, GET /templates/{template_id} */
export const createHandler = (deps: HttpDeps) =>
  httpFunction(deps, [
    query(listTemplates, async () => ok({ items: SITE_TEMPLATES.map(present), next_cursor: null })),
    query(getTemplate, async ({ path }) => ok(present(findTemplate(path.template_id)))),
  ]);

const present = ({ id, ...template }: SiteTemplate) => ({
  ...template,
  template_id: id,
  version: versionOf({ id, ...template }),
});
