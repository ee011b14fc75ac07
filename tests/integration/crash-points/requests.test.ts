import { expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { crashAt, type Prepare, playUncrashed } from '#tests/support/onboarding/crash-matrix.ts';
import { almostDrafted, drafted, LAST_ANSWER, OFFICE } from '#tests/support/onboarding/office.ts';

const cloud = useLocalCloud();
const KEY = 'the-same-key';
/** Every call of a function, twice: quick on an idle machine, slow on a busy one. */
const MATRIX = { timeout: 240_000 };

/** A company whose approver has a draft before them. */
async function withDraft(tenant: string) {
  const people = await company(cloud, tenant, { mia: ['member'], ann: ['approver'] });
  const { body } = await drafted(people.mia);
  return { ...people, session_id: body.conversation_id, changeset_id: body.changeset_id };
}

const start: Prepare = async (tenant) => {
  const { mia } = await company(cloud, tenant, { mia: ['member'] });
  return () => mia.post('/conversation/start', { client_context: OFFICE }, KEY);
};

const process: Prepare = async (tenant) => {
  const { mia } = await company(cloud, tenant, { mia: ['member'], ann: ['approver'] });
  const id = await almostDrafted(mia);
  return () => mia.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER }, KEY);
};

const approve: Prepare = async (tenant) => {
  const { ann, session_id } = await withDraft(tenant);
  return () => ann.post('/recommendations/approve', { session_id, dry_run: false }, KEY);
};

const decide: Prepare = async (tenant) => {
  const { ann, changeset_id } = await withDraft(tenant);
  return () => ann.post(`/approvals/${changeset_id}~1/decide`, { decision: 'approve' }, KEY);
};

const deploy: Prepare = async (tenant) => {
  const { ann } = await company(cloud, tenant, { ann: ['approver'] });
  return () => ann.post('/templates/office_corporate/deploy', { dry_run: false }, KEY);
};

/** A company whose office is deployed, with enough people to take it back. */
async function withOffice(tenant: string) {
  const approvers = { ann: ['approver'], bob: ['approver'], cid: ['approver'] };
  const people = await company(cloud, tenant, approvers);
  const { body } = await people.ann.post('/templates/office_corporate/deploy', { dry_run: false });
  return { ...people, path: `/changesets/${body.changeset_info.changeset_id}/rollback` };
}

const rollback: Prepare = async (tenant) => {
  const { ann, path } = await withOffice(tenant);
  return () => ann.post(path, {}, KEY);
};

const lastDecision: Prepare = async (tenant) => {
  const { ann, bob, cid, path } = await withOffice(tenant);
  const { body } = await ann.post(path, {});
  await bob.post(`/approvals/${body.changeset_id}~1/decide`, { decision: 'approve' });
  const decision = { decision: 'approve' };
  return () => cid.post(`/approvals/${body.changeset_id}~2/decide`, decision, KEY);
};

const edit: Prepare = async (tenant) => {
  const { ann, changeset_id } = await withDraft(tenant);
  const { body } = await ann.get(`/changesets/${changeset_id}`);
  const site = body.changes.find(
    ({ entity_type }: { entity_type: string }) => entity_type === 'site',
  );
  const modifications = { [site.entity_id]: { name: 'Harbor House' } };
  return () => ann.post(`/changesets/${changeset_id}/edit`, { modifications }, KEY);
};

const withdraw: Prepare = async (tenant) => {
  const { ann } = await withOffice(tenant);
  const { body } = await ann.post('/templates/manufacturing_factory/deploy', { dry_run: false });
  return () => ann.post(`/changesets/${body.changeset_info.changeset_id}/withdraw`, {}, KEY);
};

it.each([
  ['http/start', 'a start', start],
  ['http/process', 'an answer that leads to the draft', process],
  ['http/approve', "an approval of a conversation's draft", approve],
  ['http/decide', 'a decision that applies', decide],
  ['http/deploy-template', 'a deployment', deploy],
  ['http/rollback', 'a rollback that others must agree to', rollback],
  ['http/decide', 'the last decision about a rollback', lastDecision],
  ['http/changesets', 'an edit by an approver', edit],
  ['http/changesets', 'a withdrawal', withdraw],
])(
  '%s, killed before or after any SDK call of %s, leaves nothing or everything, and the same request ends it once',
  MATRIX,
  async (functionName, what, prepare) => {
    const name = what.replaceAll(/[^a-z]+/g, '-');
    const expected = await playUncrashed(cloud, `${name}-uncrashed`, prepare);
    let points = 0;
    for (const when of ['before', 'after'] as const) {
      let nth = 1;
      const tenant = () => `${name}-${when}-${nth}`;
      while (await crashAt(cloud, functionName, { nth, when }, tenant(), prepare, expected)) nth++;
      points += nth - 1;
    }
    expect(points).toBeGreaterThanOrEqual(4);
  },
);
