import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createApprove } from '#functions/http/approve/handler.ts';
import { createHandler as createChangesets } from '#functions/http/changesets/handler.ts';
import { createHandler as createDecide } from '#functions/http/decide/handler.ts';
import { createHandler as createDeploy } from '#functions/http/deploy-template/handler.ts';
import { createHandler as createTenants } from '#functions/http/tenants/handler.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { callApi } from '#tests/support/http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '#tests/support/http/in-memory-api.ts';

const noLinks = {
  open: async () => {
    throw new NotFoundError('There are no links here');
  },
};

let api: InMemoryApi;
let id: string;
let tenants: ReturnType<typeof createTenants>;

/** A deployment that two people have to agree to. */
beforeEach(async () => {
  api = inMemoryApi();
  tenants = createTenants(api);
  for (const user of ['bob', 'cem'])
    await callApi(createChangesets(api), { route: 'GET /approvals', user });
  const { body } = await callApi(createDeploy(api), {
    route: 'POST /templates/{template_id}/deploy',
    path: { template_id: 'manufacturing_factory' },
    idempotencyKey: 'deploy',
    body: { dry_run: false },
  });
  id = body.changeset_info.changeset_id;
});

const decide = (body: object, approval = `${id}~1`) =>
  callApi(createDecide({ ...api, links: noLinks }), {
    route: 'POST /approvals/{approval_id}/decide',
    path: { approval_id: approval },
    idempotencyKey: JSON.stringify([body, approval]),
    user: 'bob',
    body,
  });

const pointers = ({ body }: Awaited<ReturnType<typeof decide>>) =>
  body.errors.map(({ pointer }: { pointer: string }) => pointer);

describe('a decision', () => {
  it.each(['', 'another', 'F'.repeat(64)])('about the revision "%s" means none', async (hash) => {
    const answer = await decide({ decision: 'approve', revision_hash: hash });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/revision_hash']);
  });

  it.each(['reject', 'escalate'])('to %s takes no new values', async (decision) => {
    const modifications = { 'site:MFG001': { name: 'Tower' } };
    const answer = await decide({ decision, modifications });
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/modifications']);
  });

  it('is about a level that there is', async () => {
    expect((await decide({ decision: 'approve' }, `${id}~77`)).status).toBe(404);
    expect((await decide({ decision: 'approve' }, `${id}~2`)).status).toBe(200);
  });
});

describe('an approval of a draft', () => {
  it('names a revision by its hash, or none', async () => {
    const session_id = '018f0000-0000-7000-8000-000000000001';
    const { status } = await callApi(createApprove(api), {
      route: 'POST /recommendations/approve',
      idempotencyKey: 'approve',
      body: { session_id, revision_hash: '' },
    });
    expect(status).toBe(400);
  });
});

describe('the policy of a changeset', () => {
  const read = async () =>
    (
      await callApi(createChangesets(api), {
        route: 'GET /changesets/{changeset_id}',
        path: { changeset_id: id },
      })
    ).body;

  const put = (body: object) =>
    callApi(tenants, { route: 'PUT /settings', body, idempotencyKey: JSON.stringify(body) });

  it('is on the wire with its version, and with the one it was submitted under', async () => {
    expect((await put({ language: 'de' })).body).toMatchObject({ version: 1, policy_version: 0 });
    const { body } = await put({ approval_policy: { auto_below: 1, two_person_from: 1 } });
    expect(body).toMatchObject({ version: 2, policy_version: 1 });
    await api.policies.fresh(trustedTenant('acme'));
    await decide({ decision: 'approve' });
    expect(await read()).toMatchObject({
      policy: { name: 'two_person', required_approvals: 2, version: 1 },
      submitted_under: { version: 0, approval_policy: { two_person_from: 0.7 } },
    });
  });
});
