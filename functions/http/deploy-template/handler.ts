import { presentChangeset } from '#shared/approvals/present.ts';
import { answerAbout } from '#shared/approvals/present-application.ts';
import { presentPreview } from '#shared/approvals/present-preview.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { command, ok } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import {
  type DeployDeps,
  type Deployment,
  type DeployTemplate,
  deployTemplate,
} from '#shared/site-templates/deploy-template.ts';
import type { SiteTemplate } from '#shared/site-templates/site-template.ts';
import { versionOf } from '#shared/site-templates/template-version.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { deployTemplateRoute } from './contract.ts';

/** POST /templates/{template_id}/deploy */
export const createHandler = (deps: HttpDeps & DeployDeps) =>
  httpFunction(deps, [
    command(deployTemplateRoute, async ({ path, body }, caller) => {
      const request = {
        templateId: path.template_id,
        customizations: body.customizations,
        dryRun: body.dry_run,
        createChangeset: body.create_changeset,
      };
      const decision = await deployTemplate(deps, caller, request);
      return mapResponse(decision, (deployment) => present(deployment, request));
    }),
  ]);

function present({ template, plan, changeset }: Deployment, command: DeployTemplate) {
  const { compatibility, createdObjects } = plan;
  const shown = changeset && !command.dryRun && command.createChangeset;
  const body = {
    deployment_result: {
      template_id: template.id,
      dry_run: command.dryRun,
      created_objects: createdObjects,
      errors: compatibility.issues.map(({ detail }) => detail),
      warnings: compatibility.warnings.map(({ detail }) => detail),
      applied_at: changeset?.applied_at ?? null,
    },
    template_info: infoOf(template),
    compatibility_check: compatibility,
    preview: changeset && presentPreview(changeset),
    changeset_info: shown ? presentChangeset(changeset) : null,
    message: messageOf(changeset, command.dryRun),
  };
  return changeset && !command.dryRun ? answerAbout(changeset, body) : ok(body);
}

const infoOf = (template: SiteTemplate) => ({
  template_id: template.id,
  name: template.name,
  version: versionOf(template),
  complexity: template.complexity,
  setup_minutes: template.setup_minutes,
});

function messageOf(changeset: Changeset | null, dryRun: boolean): string {
  if (!changeset) return 'Everything in this template is deployed already; nothing changes.';
  if (dryRun) return `A dry run: ${changeset.changes.length} changes would be made.`;
  if (changeset.status === 'applied')
    return `Deployed: ${changeset.changes.length} changes are applied.`;
  if (changeset.status === 'applying')
    return `Agreed: ${changeset.changes.length} changes are being applied.`;
  return `${changeset.policy.required_approvals} approvals are needed before this is applied.`;
}
