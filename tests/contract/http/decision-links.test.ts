import { beforeEach, expect, it } from 'vitest';
import { createHandler as createDecide } from '#functions/http/decide/handler.ts';
import { createHandler as createDeploy } from '#functions/http/deploy-template/handler.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { putPerson } from '#shared/tenants/people-store.ts';
import { callApi } from '#tests/support/http/call-api.ts';
import { inMemoryApi } from '#tests/support/http/in-memory-api.ts';

const TENANT = trustedTenant('acme');
const EXTRA = 60;
const SHIFTS = Array.from({ length: EXTRA }, (_, n) => ({
  name: `Extra ${n}`,
  start: '09:00',
  end: '17:00',
  people: 1,
}));

let decide: ReturnType<typeof createDecide>;
let deployed: { changeset_id: string; changes_total: number; revision_hash: string };

/** A long deployment that two people have to agree to; the token of a link is the person's name. */
beforeEach(async () => {
  const api = inMemoryApi();
  await api.table.transact(TENANT, ['bob', 'cem'].map(approver));
  const open = async (token: string) => ({
    tenant: TENANT,
    userId: token,
    changesetId: deployed.changeset_id,
    revisionHash: deployed.revision_hash,
    decision: 'approve' as const,
  });
  decide = createDecide({ ...api, links: { open } });
  const { body } = await callApi(createDeploy(api), {
    route: 'POST /templates/{template_id}/deploy',
    path: { template_id: 'office_corporate' },
    idempotencyKey: 'deploy',
    body: {
      dry_run: false,
      customizations: { site: { expected_users: 1000 }, shifts: SHIFTS },
    },
  });
  deployed = body.changeset_info;
});

const approver = (name: string) =>
  putPerson(
    {
      user_id: name,
      email: `${name}@acme.example`,
      name,
      roles: ['approver'],
      language: 'en',
      active: true,
      managed: true,
      version: 1,
    },
    0,
  );

const show = (token: string) =>
  callApi(decide, { route: 'GET /decisions/{token}', path: { token } });
const follow = (token: string, body: object) =>
  callApi(decide, { route: 'POST /decisions/{token}', path: { token }, body });

it('a link counts all changes of a long changeset, before and after it decides', async () => {
  expect(deployed.changes_total).toBeGreaterThan(EXTRA);
  const total = { changes_total: deployed.changes_total };
  expect((await show('bob')).body).toMatchObject({ ...total, can_decide: true });
  const decided = await follow('bob', {});
  expect(decided).toMatchObject({ status: 200, body: { ...total, can_decide: false } });
  expect((await show('cem')).body).toMatchObject(total);
});

it('a link shows everybody on which conditions others have approved', async () => {
  expect((await show('cem')).body.conditions).toEqual([]);
  const decided = await follow('bob', { conditions: 'only in May' });
  const conditions = [{ person: 'bob@acme.example', conditions: 'only in May' }];
  expect(decided.body.conditions).toEqual(conditions);
  expect((await show('cem')).body.conditions).toEqual(conditions);
});

it('a decision is answered with the conditions it was made on, and those before', async () => {
  await follow('bob', { conditions: 'only in May' });
  const decided = await callApi(decide, {
    route: 'POST /approvals/{approval_id}/decide',
    path: { approval_id: `${deployed.changeset_id}~2` },
    idempotencyKey: 'decide',
    user: 'dua',
    body: { decision: 'approve', conditions: 'with a spare radio' },
  });
  expect(decided.body.conditions).toEqual([
    { approver: { user_id: 'bob', email: 'bob@acme.example' }, conditions: 'only in May' },
    {
      approver: { user_id: 'acme-dua', email: 'dua@acme.example' },
      conditions: 'with a spare radio',
    },
  ]);
  expect(decided).toMatchObject({ status: 202, body: { changeset_status: 'applying' } });
});
