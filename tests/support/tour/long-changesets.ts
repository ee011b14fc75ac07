import { approve } from '#functions/http/approve/contract.ts';
import { listChanges } from '#functions/http/changesets/changes-contract.ts';
import { getChangeset, inbox, withdrawRoute } from '#functions/http/changesets/contract.ts';
import { listResources } from '#functions/http/changesets/resource-contract.ts';
import { editRoute } from '#functions/http/changesets/revision-contract.ts';
import { decide } from '#functions/http/decide/contract.ts';
import { deployTemplateRoute } from '#functions/http/deploy-template/contract.ts';
import { rollback } from '#functions/http/rollback/contract.ts';
import { draftHospital } from './conversations.ts';
import type { Company, Tour } from './tour.ts';
import type { Visitor } from './visitor.ts';

const MANY = 60;

/** A draft that its approvers make long, applied by the queue and taken back by it. */
export async function decideAboutMuch(tour: Tour, company: Company): Promise<void> {
  const { approver, secondApprover, thirdApprover, admin } = company;
  await askForMuch(approver);
  const session_id = await draftHospital(company.member, 'Mercy Long');
  const { changeset_id, site } = await makeLong(company, session_id);
  await modifyTwice(company, session_id, changeset_id);
  await agree([thirdApprover, admin], changeset_id);
  await tour.cloud.drain();
  await approver.call(getChangeset, 200, { path: { changeset_id } });
  await company.member.call(listResources, 200, { query: { kind: 'device', site } });
  const back = await approver.call(rollback, 200, { path: { changeset_id }, body: {} });
  await agree([secondApprover, thirdApprover], String(back.changeset_id));
  await tour.cloud.drain();
}

async function askForMuch(approver: Visitor): Promise<void> {
  const shifts = Array.from({ length: MANY }, (_, n) => shift(n));
  const { changeset_info } = await approver.call(deployTemplateRoute, 200, {
    path: { template_id: 'office_corporate' },
    body: {
      dry_run: false,
      customizations: { site: { code: 'LONG01', expected_users: 200 }, shifts },
    },
  });
  const path = { changeset_id: String(changeset_info?.changeset_id) };
  const { next_cursor } = await approver.call(listChanges, 200, { path, query: { limit: '50' } });
  await approver.call(listChanges, 200, { path, query: { cursor: String(next_cursor) } });
  await approver.call(withdrawRoute, 200, { path });
}

const shift = (n: number) => ({ name: `Extra ${n}`, start: '09:00', end: '17:00', people: 1 });

/** Devices of a site are listed with it, and taken off the list when they go. */
async function makeLong({ approver, secondApprover }: Company, session_id: string) {
  const { items } = await approver.call(inbox, 200);
  const draft = items.find((item) => item.session_id === session_id);
  const changeset_id = String(draft?.changeset_id);
  const site = String(
    draft?.changes.find(({ entity_type }) => entity_type === 'site')?.after?.['code'],
  );
  const additions = Array.from({ length: MANY }, (_, n) => device(n, site));
  await secondApprover.call(editRoute, 200, { path: { changeset_id }, body: { additions } });
  return { changeset_id, site };
}

const device = (n: number, site_code: string) => ({
  operation: 'create',
  entity_type: 'device',
  data: { imei: String(490154203000000 + n), name: `Radio ${n}`, model: 'R1', site_code },
});

/** Values of two people, through the draft and through the inbox. */
async function modifyTwice(
  { approver, secondApprover }: Company,
  session_id: string,
  changeset_id: string,
): Promise<void> {
  const { items } = await approver.call(inbox, 200);
  const site = items
    .find((item) => item.session_id === session_id)
    ?.changes.find(({ entity_type }) => entity_type === 'site');
  const named = { [String(site?.recommendation_id)]: { name: 'Mercy Longer' } };
  const { revision_hash } = await approver.call(approve, 200, { body: { session_id } });
  await approver.call(approve, 200, {
    body: { session_id, dry_run: false, modifications: named, revision_hash },
  });
  const modifications = { [String(site?.entity_id)]: { expected_users: 77 } };
  await secondApprover.call(decide, 200, {
    path: { approval_id: changeset_id },
    body: { decision: 'approve', modifications },
  });
}

/** Two who may: the second agreement is taken on, not waited for. */
async function agree([first, second]: readonly [Visitor, Visitor], changeset_id: string) {
  const path = { approval_id: changeset_id };
  const body = { decision: 'approve' };
  await first.call(decide, 200, { path, body });
  await second.call(decide, 202, { path, body });
}
