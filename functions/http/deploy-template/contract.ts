import * as z from 'zod';
import { changesetView } from '#shared/approvals/present.ts';
import { previewView } from '#shared/approvals/present-preview.ts';
import { defineRoute } from '#shared/http/route.ts';
import { compatibilityCheck } from '#shared/site-templates/check-compatibility.ts';
import { createdObjects } from '#shared/site-templates/created-objects.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { complexity } from '#shared/site-templates/site-template.ts';

const deployed = z.object({
  deployment_result: z.object({
    template_id: z.string(),
    dry_run: z.boolean(),
    created_objects: createdObjects,
    errors: z.array(z.string()),
    warnings: z.array(z.string()),
    applied_at: z.iso.datetime().nullable(),
  }),
  template_info: z.object({
    template_id: z.string(),
    name: z.string(),
    version: z.string(),
    complexity,
    setup_minutes: z.int(),
  }),
  compatibility_check: compatibilityCheck,
  /** What it means for the configuration as it is; null where nothing would change. */
  preview: previewView.nullable(),
  changeset_info: changesetView.nullable(),
  message: z.string(),
});

export const deployTemplateRoute = defineRoute({
  method: 'POST',
  path: '/templates/{template_id}/deploy',
  summary: 'Turn a template into configuration, or see what that would do',
  role: 'approver',
  idempotency: 'required',
  path_parameters: z.object({ template_id: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/) }),
  body: z.object({
    customizations: customizations.prefault({}),
    dry_run: z.boolean().default(true),
    /** False: deploy only if nobody else has to agree. */
    create_changeset: z.boolean().default(true),
  }),
  responses: {
    200: deployed,
    /** Nobody else has to agree, and the queue applies it. */
    202: deployed.extend({ status_url: z.string() }),
  },
});

export const routes = [deployTemplateRoute];
