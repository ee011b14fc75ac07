import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createChangesets } from '#functions/http/changesets/handler.ts';
import { createHandler as createDeploy } from '#functions/http/deploy-template/handler.ts';
import { createHandler as createRollback } from '#functions/http/rollback/handler.ts';
import { applyInBatches } from '#shared/approvals/apply-in-batches.ts';
import { logger } from '#shared/runtime/logger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { putPerson } from '#shared/tenants/people-store.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { putSettings } from '#shared/tenants/settings-store.ts';
import { type ApiCall, callApi } from '#tests/support/http/call-api.ts';
import { inMemoryApi } from '#tests/support/http/in-memory-api.ts';

const TENANT = trustedTenant('acme');
/** One approver is enough, whatever is asked for. */
const BOLD = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };
const SHIFTS = Array.from({ length: 150 }, (_, n) => ({
  name: `Extra ${String(n).padStart(3, '0')}`,
  start: '09:00',
  end: '17:00',
  people: 1,
}));

let api: ReturnType<typeof inMemoryApi>;
let handlers: Record<'deploy' | 'changesets' | 'rollback', ReturnType<typeof createDeploy>>;
beforeEach(async () => {
  api = inMemoryApi();
  const approval_policy = { ...DEFAULT_SETTINGS.approval_policy, ...BOLD };
  const settings = { ...DEFAULT_SETTINGS, approval_policy };
  await api.table.transact(TENANT, putSettings({ version: 1, policyVersion: 1, settings }));
  handlers = {
    deploy: createDeploy(api),
    changesets: createChangesets(api),
    rollback: createRollback(api),
  };
});

const approver = (name: string) =>
  putPerson(
    {
      user_id: `acme-${name}`,
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

const deploy = (part: Partial<ApiCall> = {}) =>
  callApi(handlers.deploy, {
    route: 'POST /templates/{template_id}/deploy',
    path: { template_id: 'office_corporate' },
    idempotencyKey: 'deploy',
    body: {
      dry_run: false,
      customizations: { site: { expected_users: 1000 }, shifts: SHIFTS },
    },
    ...part,
  });

const ask = (what: string, path: ApiCall['path'] = {}, query: ApiCall['query'] = {}) =>
  callApi(handlers.changesets, { route: `GET ${what}`, path, query });

const work = (changeset_id: string) =>
  applyInBatches(api, TENANT, { changeset_id, revision: 1 }, logger);

describe('a deployment that does not fit one transaction', () => {
  it('is answered 202 with where to look, the same again for the same key', async () => {
    const first = await deploy();
    const { changeset_id } = first.body.changeset_info;
    const status_url = `/api/v1/onboarding/changesets/${changeset_id}`;
    expect(first).toMatchObject({
      status: 202,
      body: { status_url, changeset_info: { status: 'applying' } },
      headers: { location: status_url, 'retry-after': '2' },
    });
    const again = await deploy();
    expect(again.text).toBe(first.text);
    expect(again.headers).toMatchObject({ location: status_url, 'idempotent-replayed': 'true' });
  });

  it('shows how far it is, and that nothing more is to be told once it is applied', async () => {
    const { changeset_id } = (await deploy()).body.changeset_info;
    const before = await ask('/changesets/{changeset_id}', { changeset_id });
    const total = before.body.changes_total;
    expect(before.body.progress).toEqual({
      state: 'applying',
      changes_done: 0,
      changes_total: total,
    });
    expect(before.body.rollback_available).toBe(false);
    await work(changeset_id);
    const after = await ask('/changesets/{changeset_id}', { changeset_id });
    expect(after.body).toMatchObject({ status: 'applied', rollback_available: true });
    expect(after.body.progress).toBeUndefined();
  });

  it('gives all of its changes page by page, each of its own changeset only', async () => {
    const { changeset_id, changes_total } = (await deploy()).body.changeset_info;
    const route = '/changesets/{changeset_id}/changes';
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(route, { changeset_id }, { limit: '60', ...(cursor && { cursor }) });
      ids.push(...page.body.items.map(({ entity_id }: { entity_id: string }) => entity_id));
      cursor = page.body.next_cursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(changes_total);
    const foreign = await ask(route, { changeset_id: 'another' }, {});
    expect(foreign.status).toBe(404);
  });

  it('is answered with its first hundred changes and where they go on', async () => {
    const { changeset_id, changes_total } = (await deploy()).body.changeset_info;
    const { body } = await ask('/changesets/{changeset_id}', { changeset_id });
    expect(body.changes).toHaveLength(100);
    const rest = await ask(
      '/changesets/{changeset_id}/changes',
      { changeset_id },
      { limit: '100', cursor: body.changes_next_cursor },
    );
    expect(rest.body).toMatchObject({ next_cursor: null });
    expect(rest.body.items).toHaveLength(changes_total - 100);
    const [listed] = (await ask('/changesets')).body.items;
    expect(listed.changes_next_cursor).toEqual(expect.any(String));
  });

  it('shows in a dry run what taking it back would do, which two others must agree to', async () => {
    const { changeset_id } = (await deploy()).body.changeset_info;
    await work(changeset_id);
    const rollBack = (body: object) =>
      callApi(handlers.rollback, {
        route: 'POST /changesets/{changeset_id}/rollback',
        path: { changeset_id },
        idempotencyKey: JSON.stringify(body),
        body,
      });
    const dry = await rollBack({ dry_run: true });
    expect(dry).toMatchObject({
      status: 200,
      body: { changeset_id: null, complexity: 'simple', cannot_undo: [], obstacles: [] },
    });
    expect(dry.body.changes).toHaveLength(100);
    expect(dry.body.changes_total).toBeGreaterThan(150);
    expect(dry.body).toMatchObject({ policy: { name: 'two_person' } });
    expect((await rollBack({})).body.code).toBe('policy_unsatisfiable');
  });
});

it('the changes of a revision that another has replaced stay readable, page by page', async () => {
  const approval_policy = { ...DEFAULT_SETTINGS.approval_policy, two_person_over_changes: 0 };
  const settings = { ...DEFAULT_SETTINGS, approval_policy };
  const version = { version: 2, policyVersion: 2, settings };
  await api.table.transact(TENANT, putSettings(version));
  await api.table.transact(TENANT, ['bob', 'cem', 'dan'].map(approver));
  const { changeset_id, changes_total } = (await deploy()).body.changeset_info;
  const edited = await callApi(handlers.changesets, {
    route: 'POST /changesets/{changeset_id}/edit',
    path: { changeset_id },
    body: { removals: ['shift:OFF001/extra-007'] },
  });
  expect(edited.body).toMatchObject({ revision: 2, changes_total: changes_total - 1 });
  const revisions = await ask('/changesets/{changeset_id}/revisions', { changeset_id });
  const [past] = revisions.body.items;
  expect(past).toMatchObject({ revision: 1, changes_total });
  const route = '/changesets/{changeset_id}/changes';
  const cursor = past.changes_next_cursor;
  const rest = await ask(route, { changeset_id }, { revision: '1', limit: '100', cursor });
  const all = await ask(route, { changeset_id }, { revision: '1', limit: '100' });
  const ids = all.body.items.map(({ entity_id }: { entity_id: string }) => entity_id);
  expect(ids).toContain('shift:OFF001/extra-007');
  expect(rest.body.items[0].entity_id).toBe(ids[past.changes.length]);
  const never = await ask(route, { changeset_id }, { revision: '3' });
  expect(never.status).toBe(404);
});

describe('the history of a resource', () => {
  it('is found under the id with its slash, and nowhere else', async () => {
    const { changeset_id } = (await deploy()).body.changeset_info;
    await work(changeset_id);
    const site_id = 'shift:OFF001';
    const found = await ask('/resources/{site_id}/{name}/history', { site_id, name: 'extra-007' });
    expect(found.body.items).toMatchObject([{ operation: 'create', version: 1, changeset_id }]);
    const encoded = { resource_id: 'shift:OFF001/extra-007' };
    const same = await ask('/resources/{resource_id}/history', encoded);
    expect(same.body).toEqual(found.body);
    const nowhere = await ask('/resources/{resource_id}/history', { resource_id: 'site:NONE1' });
    expect(nowhere.status).toBe(404);
    const malformed = await ask('/resources/{resource_id}/history', { resource_id: 'castle:1' });
    expect(malformed.status).toBe(404);
  });
});
