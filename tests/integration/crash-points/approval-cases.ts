import type { TestCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { drafted } from '#tests/support/onboarding/office.ts';
import { type CrashCase, KEY } from './crash-case.ts';
import { mailedToken } from './mailed-token.ts';

const TEMPLATE = '/templates/office_corporate/deploy';
const DEPLOY = { dry_run: false };
const APPROVE = { decision: 'approve' };

/** What approvers write: decisions, revisions, deployments and roll-backs. */
export function approvalCases(cloud: TestCloud): readonly CrashCase[] {
  /** A company whose approver has a draft before them, and somebody to ask who wants it otherwise. */
  async function withDraft(tenant: string) {
    const asked = { mia: ['member'], ann: ['approver'], bob: ['approver'] };
    const people = await company(cloud, tenant, asked);
    const { body } = await drafted(people.mia);
    return { ...people, session_id: body.conversation_id, changeset_id: body.changeset_id };
  }

  /** A company whose office is deployed, with enough people to take it back. */
  async function withOffice(tenant: string) {
    const approvers = { ann: ['approver'], bob: ['approver'], cid: ['approver'] };
    const people = await company(cloud, tenant, approvers);
    const { body } = await people.ann.post(TEMPLATE, DEPLOY);
    return { ...people, path: `/changesets/${body.changeset_info.changeset_id}/rollback` };
  }

  /** A wish about a site that somebody else's wish has changed since. */
  async function overtaken(tenant: string) {
    const { ann, bob, cid } = await withOffice(tenant);
    const wish = async (site: object): Promise<string> => {
      const { body } = await ann.post(TEMPLATE, { ...DEPLOY, customizations: { site } });
      return body.changeset_info.changeset_id;
    };
    const late = await wish({ name: 'Harbor House' });
    const first = await wish({ expected_users: 55 });
    await bob.post(`/approvals/${first}~1/decide`, APPROVE);
    return { cid, late };
  }

  return [
    {
      route: 'POST /recommendations/approve',
      in: 'http/approve',
      what: "an approval of a conversation's draft",
      prepare: async (tenant) => {
        const { ann, session_id } = await withDraft(tenant);
        return () => ann.post('/recommendations/approve', { session_id, dry_run: false }, KEY);
      },
    },
    {
      route: 'POST /approvals/{approval_id}/decide',
      in: 'http/decide',
      what: 'a decision that applies',
      prepare: async (tenant) => {
        const { ann, changeset_id } = await withDraft(tenant);
        return () => ann.post(`/approvals/${changeset_id}~1/decide`, APPROVE, KEY);
      },
    },
    {
      route: 'POST /decisions/{token}',
      in: 'http/decide',
      what: 'a decision by the link of a mail',
      prepare: async (tenant) => {
        const { ann } = await withDraft(tenant);
        const token = await mailedToken(cloud, ann.email, 'Approve');
        return () => cloud.request(`POST /decisions/${token}`, { body: {} });
      },
    },
    {
      route: 'POST /templates/{template_id}/deploy',
      in: 'http/deploy-template',
      what: 'a deployment',
      prepare: async (tenant) => {
        const { ann } = await company(cloud, tenant, { ann: ['approver'] });
        return () => ann.post(TEMPLATE, DEPLOY, KEY);
      },
    },
    {
      route: 'POST /changesets/{changeset_id}/rollback',
      in: 'http/rollback',
      what: 'a rollback that others must agree to',
      prepare: async (tenant) => {
        const { ann, path } = await withOffice(tenant);
        return () => ann.post(path, {}, KEY);
      },
    },
    {
      route: 'POST /approvals/{approval_id}/decide',
      in: 'http/decide',
      what: 'the last decision about a rollback',
      prepare: async (tenant) => {
        const { ann, bob, cid, path } = await withOffice(tenant);
        const { body } = await ann.post(path, {});
        await bob.post(`/approvals/${body.changeset_id}~1/decide`, APPROVE);
        return () => cid.post(`/approvals/${body.changeset_id}~2/decide`, APPROVE, KEY);
      },
    },
    {
      route: 'POST /changesets/{changeset_id}/edit',
      in: 'http/changesets',
      what: 'an edit by an approver',
      prepare: async (tenant) => {
        const { ann, changeset_id } = await withDraft(tenant);
        const { body } = await ann.get(`/changesets/${changeset_id}`);
        const { entity_id } = body.changes.find(isSite);
        const modifications = { [entity_id]: { name: 'Harbor House' } };
        return () => ann.post(`/changesets/${changeset_id}/edit`, { modifications }, KEY);
      },
    },
    {
      route: 'POST /changesets/{changeset_id}/withdraw',
      in: 'http/changesets',
      what: 'a withdrawal',
      prepare: async (tenant) => {
        const { ann } = await withOffice(tenant);
        const { body } = await ann.post('/templates/manufacturing_factory/deploy', DEPLOY);
        return () => ann.post(`/changesets/${body.changeset_info.changeset_id}/withdraw`, {}, KEY);
      },
    },
    {
      route: 'POST /changesets/{changeset_id}/rebase',
      in: 'http/changesets',
      what: 'a rebase on what was applied meanwhile',
      prepare: async (tenant) => {
        const { cid, late } = await overtaken(tenant);
        return () => cid.post(`/changesets/${late}/rebase`, {}, KEY);
      },
    },
  ];
}

const isSite = ({ entity_type }: { entity_type: string }): boolean => entity_type === 'site';
