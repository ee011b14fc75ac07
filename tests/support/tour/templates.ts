import { decide } from '#functions/http/decide/contract.ts';
import { deployTemplateRoute } from '#functions/http/deploy-template/contract.ts';
import { quickStart } from '#functions/http/recommendations/contract.ts';
import { rollback } from '#functions/http/rollback/contract.ts';
import { getTemplate, listTemplates } from '#functions/http/templates/contract.ts';
import { putSettingsRoute } from '#functions/http/tenants/contract.ts';
import type { Company, Tour } from './tour.ts';
import type { Visitor } from './visitor.ts';

const path = { template_id: 'office_corporate' };

/** Templates chosen and deployed, by those who may do it alone and by those who have to ask. */
export async function deployTemplates(tour: Tour, company: Company): Promise<void> {
  await overtake(company);
  const swift = await tour.company('swift');
  const approval_policy = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };
  await swift.admin.call(putSettingsRoute, 200, { body: { approval_policy } });
  await choose(swift);
  await deploy(swift);
  await deployAgain(swift);
}

/** Two people ask for the same site; once the first is applied, the other one is stale. */
async function overtake({ approver, secondApprover, thirdApprover }: Company): Promise<void> {
  const first = await ask(approver);
  const second = await ask(secondApprover);
  const body = { decision: 'approve' };
  await secondApprover.call(decide, 200, { path: first, body });
  await thirdApprover.call(decide, 200, { path: first, body });
  await approver.call(decide, 200, { path: second, body });
  await thirdApprover.refused(decide, 409, { path: second, body });
}

/** @returns where to decide about it */
async function ask(approver: Visitor) {
  const body = { dry_run: false };
  const { changeset_info } = await approver.call(deployTemplateRoute, 200, { path, body });
  return { approval_id: String(changeset_info?.approvals[0]?.approval_id) };
}

async function choose({ member }: Company): Promise<void> {
  await member.call(listTemplates, 200);
  await member.call(getTemplate, 200, { path });
  await member.refused(getTemplate, 404, { path: { template_id: 'castle' } });
  const body = { industry: 'Law firm', description: 'A small office with a reception' };
  await member.call(quickStart, 200, { body });
}

async function deploy({ approver }: Company): Promise<void> {
  await approver.call(deployTemplateRoute, 200, { path, body: {} });
  await approver.refused(deployTemplateRoute, 404, { path: { template_id: 'castle' }, body: {} });
  await approver.callTwice(deployTemplateRoute, 200, { path, body: { dry_run: false } });
}

/** Another name is an update of the site: it can be taken back by whoever deployed it. */
async function deployAgain({ approver }: Company): Promise<void> {
  const customizations = { site: { expected_users: 77 } };
  const body = { dry_run: false, customizations };
  const { changeset_info } = await approver.call(deployTemplateRoute, 200, { path, body });
  const changeset_id = String(changeset_info?.changeset_id);
  await approver.callTwice(rollback, 200, { path: { changeset_id }, body: {} });
}
