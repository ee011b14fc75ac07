import { getChangeset, inbox, withdrawRoute } from '#functions/http/changesets/contract.ts';
import {
  editRoute,
  listRevisionsRoute,
  previewRoute,
  rebaseRoute,
} from '#functions/http/changesets/revision-contract.ts';
import { decide } from '#functions/http/decide/contract.ts';
import { deployTemplateRoute } from '#functions/http/deploy-template/contract.ts';
import type { Company } from './tour.ts';
import type { Visitor } from './visitor.ts';

const SITE = 'site:REV001';

/** A deployment that is looked at, edited until it is long, decided, overtaken and asked for again. */
export async function reviseChangesets(company: Company): Promise<void> {
  const { approver, secondApprover, thirdApprover, admin } = company;
  const changeset_id = await ask(approver, {});
  await editEverything(company, changeset_id);
  for (const person of [thirdApprover, admin])
    await person.call(decide, 200, {
      path: { approval_id: changeset_id },
      body: { decision: 'approve' },
    });
  await secondApprover.call(inbox, 200, { query: { filter: 'mine', min_risk: '0.1' } });
  await thirdApprover.call(inbox, 200, { query: { filter: 'decided' } });
  await overtake(company);
}

/** @returns the id of a changeset that waits for two others than who asks */
async function ask(approver: Visitor, site: object): Promise<string> {
  const { changeset_info } = await approver.call(deployTemplateRoute, 200, {
    path: { template_id: 'office_corporate' },
    body: { dry_run: false, customizations: { site: { code: 'REV001', ...site } } },
  });
  return String(changeset_info?.changeset_id);
}

/** Made long by one, short again by the same, and never by who has not seen it. */
async function editEverything(company: Company, changeset_id: string): Promise<void> {
  const { approver, secondApprover, thirdApprover } = company;
  const path = { changeset_id };
  const body = { additions: Array.from({ length: 60 }, (_, n) => role(n)) };
  await approver.call(previewRoute, 200, { body: { changes: body.additions.slice(0, 1) } });
  await approver.call(previewRoute, 200, { body: { changeset_id, ...body } });
  const long = await secondApprover.callTwice(editRoute, 200, { path, body });
  const removals = Array.from({ length: 60 }, (_, n) => `staff_role:REV001/EXTRA${n}`);
  await secondApprover.call(editRoute, 200, {
    path,
    body: { removals, revision_hash: long.revision_hash },
  });
  await thirdApprover.refused(editRoute, 409, {
    path,
    body: { removals: [SITE], revision_hash: long.revision_hash },
  });
  const query = { limit: '1' };
  const { next_cursor } = await approver.call(listRevisionsRoute, 200, { path, query });
  await approver.call(listRevisionsRoute, 200, {
    path,
    query: { ...query, cursor: String(next_cursor) },
  });
  await approver.call(getChangeset, 200, { path });
}

const role = (n: number) => ({
  operation: 'create',
  entity_type: 'staff_role',
  data: { site_code: 'REV001', code: `EXTRA${n}`, name: `Extra ${n}` },
});

/** Two people change the same site: who comes second asks again, on the site as it is by then. */
async function overtake({ approver, secondApprover, thirdApprover }: Company): Promise<void> {
  const late = { changeset_id: await ask(approver, { expected_users: 55 }) };
  const first = await ask(approver, { name: 'Revised Office' });
  for (const person of [secondApprover, thirdApprover])
    await person.call(decide, 200, { path: { approval_id: first }, body: { decision: 'approve' } });
  await secondApprover.callTwice(rebaseRoute, 200, { path: late, body: {} });
  await approver.call(withdrawRoute, 200, { path: late });
}
