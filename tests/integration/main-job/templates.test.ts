import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { itemsOf } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud();

const templateFile = z.object({
  id: z.string(),
  site: z.looseObject({ code: z.string() }),
  shifts: z.array(z.unknown()),
  staff_roles: z.array(z.unknown()),
});
const folder = new URL('../../../templates/sites/', import.meta.url);
const TEMPLATES = readdirSync(folder).map((file) =>
  templateFile.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

const deployed = async (tenant: string) =>
  (await itemsOf(cloud.endpoints, tenant))
    .filter(({ PK }) => String(PK).includes('#RESOURCE#'))
    .map(({ entity_id, data, version }) => ({ entity_id, data, version }));

describe.each(TEMPLATES)('the template $id', ({ id, site, shifts, staff_roles }) => {
  const tenant = `deploy-${id.replaceAll('_', '-')}`;
  const path = `/templates/${id}/deploy`;

  /** The requester's deployment, agreed to by everybody it needs. */
  async function deploy(requester: Person, others: readonly Person[]) {
    const { body } = await requester.post(path, { dry_run: false });
    let status: string = body.changeset_info.status;
    for (const other of others) {
      if (status === 'applied') break;
      const approval = `/approvals/${body.changeset_info.changeset_id}~1/decide`;
      status = (await other.post(approval, { decision: 'approve' })).body.changeset_status;
    }
    expect(status).toBe('applied');
  }

  it('says in a dry run what it would create, creates just that, and nothing the second time', async () => {
    const people = { ann: ['approver'], bob: ['approver'], cid: ['approver'] };
    const { ann, bob, cid } = await company(cloud, tenant, people);
    const dry = (await ann.post(path)).body;
    const again = (await ann.post(path)).body;
    expect(again).toEqual(dry);
    expect(dry.deployment_result.created_objects.sites).toMatchObject([{ code: site.code }]);
    expect(await deployed(tenant)).toEqual([]);

    await deploy(ann, [bob, cid]);
    const first = await deployed(tenant);
    expect(first).toHaveLength(2 + shifts.length + staff_roles.length);
    expect(first.map(({ entity_id }) => entity_id).toSorted()).toEqual(
      dry.preview.changes.map(({ entity_id }: { entity_id: string }) => entity_id).toSorted(),
    );

    const second = (await ann.post(path, { dry_run: false })).body;
    expect(second).toMatchObject({ changeset_info: null, preview: null });
    expect(second.message).toContain('nothing changes');
    expect(await deployed(tenant)).toEqual(first);
  });
});

describe('a repeated deployment', () => {
  it('with the same key is answered with the same bytes, though nothing is left to do', async () => {
    const { ann } = await company(cloud, 'deploy-again', { ann: ['approver'] });
    const path = '/templates/office_corporate/deploy';
    const first = await ann.post(path, { dry_run: false }, 'one-key');
    const again = await ann.post(path, { dry_run: false }, 'one-key');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.text).toBe(first.text);
  });
});

describe('the quick start', () => {
  it('proposes a template for an industry, and two alternatives', async () => {
    const { mia } = await company(cloud, 'quick', { mia: ['member'] });
    const { body } = await mia.post('/quickstart/recommendations', { industry: 'hospital' });
    expect(body.primary_template).toBe('healthcare_hospital');
    expect(body.alternatives).toHaveLength(2);
  });
});
