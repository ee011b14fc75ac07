import { beforeEach, describe, expect, it } from 'vitest';
import { templateDeployedV1 } from '#events/template-deployed.v1.ts';
import { findTemplate } from '#shared/site-templates/catalogue.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { deployTemplate } from '#shared/site-templates/deploy-template.ts';
import { versionOf } from '#shared/site-templates/template-version.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';

const TEMPLATE = 'office_corporate';
const AUTO = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };
const EXTRA_SHIFTS = Array.from({ length: 60 }, (_, n) => ({
  name: `Extra ${n}`,
  start: '09:00',
  end: '17:00',
  people: 1,
}));

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
});

async function deploy(wishes: object = {}) {
  const parsed = customizations.parse(wishes);
  const command = {
    templateId: TEMPLATE,
    customizations: parsed,
    dryRun: false,
    createChangeset: true,
  };
  const decision = await deployTemplate(world, callerOf('ana'), command);
  const { changeset } = await world.carryOut(callerOf('ana'), decision);
  if (!changeset) throw new Error('Everything is deployed already');
  return changeset;
}

const setPolicy = async (policy: Parameters<ApprovalWorld['setPolicy']>[0]) => {
  await world.setPolicy(policy);
  await world.policies.fresh(TENANT);
};

const told = () => world.told(templateDeployedV1.name);
const deployed = (changeset_id: string) => ({
  template_id: TEMPLATE,
  template_version: versionOf(findTemplate(TEMPLATE)),
  changeset_id,
  site_code: 'OFF001',
});

describe('a deployed template is told once', () => {
  it('where nobody else has to agree', async () => {
    await setPolicy(AUTO);
    const { id, status } = await deploy();
    expect(status).toBe('applied');
    expect(told()).toEqual([deployed(id)]);
  });

  it('after the last of those who have to agree, not before', async () => {
    await setPolicy({ two_person_over_changes: 0 });
    const changeset = await deploy();
    await world.decide('bob', changeset);
    expect(told()).toEqual([]);
    await world.decide('cem', changeset);
    expect(told()).toEqual([deployed(changeset.id)]);
    expect(world.events().filter((name) => name === 'changeset.applied.v1')).toHaveLength(1);
  });

  it('with the last batch of one that does not fit a transaction', async () => {
    await setPolicy(AUTO);
    const changeset = await deploy({ site: { expected_users: 1000 }, shifts: EXTRA_SHIFTS });
    expect(changeset.status).toBe('applying');
    expect(told()).toEqual([]);
    await world.work(changeset);
    await world.work(changeset);
    expect(told()).toEqual([deployed(changeset.id)]);
  });

  it('after a rebase on what has changed meanwhile', async () => {
    await setPolicy(AUTO);
    const first = await deploy();
    await setPolicy({ ...AUTO, two_person_over_changes: 0 });
    const later = await deploy({ site: { name: 'Harbor House' } });
    const another = await deploy({ site: { expected_users: 77 } });
    for (const name of ['bob', 'cem']) await world.decide(name, another);
    await world.rebase('bob', later);
    for (const name of ['bob', 'cem']) await world.decide(name, later);
    expect(told()).toEqual([first, another, later].map(({ id }) => deployed(id)));
  });
});

describe('nothing is told of a template', () => {
  it('that others have refused', async () => {
    await setPolicy({ two_person_over_changes: 0 });
    await world.decide('bob', await deploy(), { decision: 'reject' });
    expect(told()).toEqual([]);
  });

  it('that is taken back', async () => {
    await setPolicy(AUTO);
    const changeset = await deploy();
    const reversal = await world.rollBack('ana', changeset);
    for (const name of ['bob', 'cem']) await world.decide(name, reversal);
    expect((await world.read(changeset.id)).status).toBe('rolled_back');
    expect(told()).toEqual([deployed(changeset.id)]);
  });
});
