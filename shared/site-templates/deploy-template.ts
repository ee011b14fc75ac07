import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { changeTo } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { ChangesetMovedError } from '#shared/changesets/errors.ts';
import type { Caller } from '#shared/http/caller.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import { findTemplate } from './catalogue.ts';
import type { Customizations } from './customizations.ts';
import { IncompatibleTemplateError, UndecidedDeploymentError } from './errors.ts';
import { type DeploymentPlan, planDeployment } from './plan-deployment.ts';
import type { SiteTemplate } from './site-template.ts';
import { countChoice } from './template-choices.ts';
import { versionOf } from './template-version.ts';

export interface DeployDeps extends ApprovalDeps {
  readonly ids: { uuid(): string };
}

export interface DeployTemplate {
  readonly templateId: string;
  readonly customizations: Customizations;
  readonly dryRun: boolean;
  /** False: only if nobody else has to agree. */
  readonly createChangeset: boolean;
}

export interface Deployment {
  readonly template: SiteTemplate;
  readonly plan: DeploymentPlan;
  /** What the plan means for this tenant's configuration; null where it is all there already. */
  readonly changeset: Changeset | null;
}

/**
 * Turns a template into configuration: plan, changeset, policy, and the application where nobody else
 * has to agree. Deploying twice changes nothing the second time.
 * @throws TemplateNotFoundError, CustomizationError, IncompatibleTemplateError, StaleChangesetError
 */
export async function deployTemplate(
  deps: DeployDeps,
  caller: Caller,
  command: DeployTemplate,
): Promise<Decision<Deployment>> {
  const { tenant } = caller;
  const settings = await deps.policies.current(tenant);
  const template = findTemplate(command.templateId);
  const plan = planDeployment(template, command.customizations, {
    timeZone: settings.settings.time_zone,
  });
  const changeset = await changesetOf(deps, caller, template, plan);
  const deployment = { template, plan, changeset };
  if (command.dryRun || !changeset) return justAnswer(deployment);
  if (!plan.compatibility.compatible) throw new IncompatibleTemplateError(plan.compatibility);
  if (!command.createChangeset && changeset.policy.name !== 'auto')
    throw new UndecidedDeploymentError(changeset.policy);

  // Most calls are dry runs, which ask nobody.
  const { submitChangeset } = await import('#shared/approvals/submit-changeset.ts');
  const decision = await submitChangeset(deps, caller, changeset, settings);
  return {
    ...decision,
    writes: [...decision.writes, countChoice(template.id)],
    response: { ...deployment, changeset: decision.response },
    reconsider: async (refusal) => {
      if (refusal instanceof ChangesetMovedError) throw refusal;
      await deps.policies.fresh(tenant);
      return deployTemplate(deps, caller, command);
    },
  };
}

async function changesetOf(
  deps: DeployDeps,
  caller: Caller,
  template: SiteTemplate,
  plan: DeploymentPlan,
): Promise<Changeset | null> {
  const ids = plan.drafts.map(entityIdOf);
  const existing = await findStates(deps.table, caller.tenant, ids);
  const changes = plan.drafts.flatMap((draft, index) => changeTo(draft, existing[index]) ?? []);
  if (changes.length === 0) return null;
  const changed = new Set(changes.map(({ entity_id }) => entity_id));
  const relying = existing.filter(({ data }, n) => data && !changed.has(ids[n] ?? '')).length;
  return proposeChangeset(
    {
      id: deps.ids.uuid(),
      title: `Deploy ${template.name}`,
      origin: 'template',
      template_id: template.id,
      deployment: {
        template_version: versionOf(template),
        site_code: plan.createdObjects.sites[0]?.code ?? '',
      },
      requester: { user_id: caller.userId, email: caller.email, may_approve: true },
      changes,
      at: deps.clock.now(),
      dependentsOf: (entityId) => (entityId.startsWith('site:') ? relying : 0),
    },
    await deps.policies.current(caller.tenant),
  );
}
