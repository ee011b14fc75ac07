import { approve } from '#functions/http/approve/contract.ts';
import {
  getChangeset,
  inbox,
  listChangesetsRoute,
  withdrawRoute,
} from '#functions/http/changesets/contract.ts';
import {
  listResources,
  resourceHistory,
  resourceOnSiteHistory,
} from '#functions/http/changesets/resource-contract.ts';
import { decide } from '#functions/http/decide/contract.ts';
import { rollback } from '#functions/http/rollback/contract.ts';
import { draftHospital, finishDraft } from './conversations.ts';
import type { Company, Tour } from './tour.ts';

/** Drafts agreed to by two people, changed, rejected, and taken back once they are applied. */
export async function decideAboutDrafts(tour: Tour, company: Company): Promise<void> {
  const session_id = await draftHospital(company.member, 'Mercy West');
  const changeset_id = await applyByTwo(company, session_id);
  await rejectOnce(company, await draftHospital(company.member, 'Mercy East'));
  await tour.cloud.drain();
  await readEverything(company, changeset_id);
  await takeBack(company, changeset_id);
}

/** One approver through the draft, the other through the inbox. */
async function applyByTwo(company: Company, session_id: string): Promise<string> {
  const { approver, secondApprover, thirdApprover } = company;
  await approver.call(approve, 200, { body: { session_id } });
  await approver.refused(approve, 404, { body: { session_id: crypto.randomUUID() } });
  const body = { session_id, dry_run: false };
  const decided = await approver.callTwice(approve, 200, { body });
  if (decided.dry_run) throw new Error('This was to be no dry run');
  const path = { approval_id: `${decided.changeset_id}~2` };
  await secondApprover.refused(decide, 409, {
    path,
    body: { decision: 'approve', revision_hash: 'f'.repeat(64) },
  });
  await secondApprover.callTwice(decide, 200, { path, body: { decision: 'approve' } });
  await thirdApprover.refused(decide, 409, { path, body: { decision: 'approve' } });
  await thirdApprover.refused(approve, 409, { body });
  return decided.changeset_id;
}

/** Rejected, changed by an approver, escalated; at last the draft's own function applies it. */
async function rejectOnce(company: Company, session_id: string): Promise<void> {
  const { member, approver, secondApprover, thirdApprover } = company;
  const { items } = await approver.call(inbox, 200);
  const waiting = items.find((item) => item.session_id === session_id);
  const rejected = { path: { approval_id: String(waiting?.approval_id) } };
  await approver.call(decide, 200, { ...rejected, body: { decision: 'reject', reason: 'Later' } });
  await finishDraft(member, session_id);
  const site = waiting?.changes.find(({ entity_type }) => entity_type === 'site');
  const modifications = { [String(site?.recommendation_id)]: { name: 'Mercy North' } };
  const body = { session_id, dry_run: false };
  await approver.call(approve, 200, { body: { ...body, modifications } });
  await secondApprover.refused(approve, 409, { body });
  const { revision_hash } = await secondApprover.call(approve, 200, { body: { session_id } });
  await secondApprover.call(approve, 200, { body: { ...body, revision_hash } });
  await thirdApprover.call(approve, 200, { body: { ...body, revision_hash } });
}

async function readEverything(company: Company, changeset_id: string): Promise<void> {
  const { member, approver } = company;
  await approver.call(getChangeset, 200, { path: { changeset_id } });
  await approver.refused(getChangeset, 404, { path: { changeset_id: 'nobodys' } });
  const query = { limit: '1' };
  const { next_cursor } = await approver.call(listChangesetsRoute, 200, { query });
  await approver.call(listChangesetsRoute, 200, {
    query: { ...query, cursor: String(next_cursor) },
  });
  await member.call(listResources, 200, { query: { kind: 'shift', limit: '1' } });
  const { items } = await member.call(listResources, 200, { query: { kind: 'site' } });
  const resource_id = String(items[0]?.entity_id);
  await member.call(resourceHistory, 200, { path: { resource_id } });
  await member.refused(resourceHistory, 404, { path: { resource_id: 'site:NOWHERE' } });
  await readShifts(member);
}

/** The id of what is on a site holds a slash. */
async function readShifts(member: Company['member']): Promise<void> {
  const { items } = await member.call(listResources, 200, { query: { kind: 'shift' } });
  const [site_id = '', name = ''] = String(items[0]?.entity_id).split('/');
  await member.call(resourceOnSiteHistory, 200, { path: { site_id, name }, query: { limit: '1' } });
}

/** A site that is deleted again needs two who did not ask for it. */
async function takeBack(company: Company, changeset_id: string): Promise<void> {
  const { approver, secondApprover, thirdApprover } = company;
  const path = { changeset_id };
  await approver.call(rollback, 200, { path, body: { dry_run: true } });
  const first = await approver.callTwice(rollback, 200, { path, body: {} });
  const withdrawn = { path: { changeset_id: String(first.changeset_id) } };
  await secondApprover.refused(withdrawRoute, 403, withdrawn);
  await approver.callTwice(withdrawRoute, 200, withdrawn);
  const asked = await approver.call(rollback, 200, { path, body: {} });
  const agreed = {
    path: { approval_id: `${asked.changeset_id}~1` },
    body: { decision: 'approve' },
  };
  await secondApprover.call(decide, 200, agreed);
  await thirdApprover.call(decide, 200, agreed);
}
