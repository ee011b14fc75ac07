import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestResponse } from '#tests/support/http-client.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person, signIn } from '#tests/support/onboarding/company.ts';
import { almostDrafted, drafted, LAST_ANSWER, OFFICE } from '#tests/support/onboarding/office.ts';
import { eventsTold, itemsOf } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud();

afterEach(() => cloud.faults.clear());

/** DynamoDB cancels colliding transactions; the local engine serialises them, so the faults do it. */
const collide = (functionName: string, times: number) =>
  cloud.faults.conflict({ function: functionName, operation: 'TransactWriteItems', times });

const atOnce = <Result>(count: number, act: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const withStatus = (answers: readonly TestResponse[], status: number) =>
  answers.filter((answer) => answer.status === status);

const codes = (answers: readonly TestResponse[]) => [
  ...new Set(answers.map(({ body }) => body.code)),
];

describe('fifty starts of one person at once', () => {
  it('give one session; the others learn its id', async () => {
    const { mia } = await company(cloud, 'fifty-starts', { mia: ['member'] });
    collide('http/start', 10);
    const answers = await atOnce(50, () => mia.post('/conversation/start', {}));
    const [started, ...more] = withStatus(answers, 201);
    expect(more).toEqual([]);
    const refused = withStatus(answers, 409);
    expect(refused).toHaveLength(49);
    expect(codes(refused)).toEqual(['session_conflict']);
    const { body } = await mia.get('/conversation');
    expect(
      body.items.map(({ conversation_id }: { conversation_id: string }) => conversation_id),
    ).toEqual([started?.body.conversation_id]);
    expect(await eventsTold(cloud.endpoints, 'fifty-starts')).toEqual(['session.started.v1']);
  });
});

describe('fifty times the same request with one Idempotency-Key', () => {
  it('has one effect; the rest get the same bytes', async () => {
    const { mia } = await company(cloud, 'same-start', { mia: ['member'] });
    const body = { client_context: OFFICE };
    const answers = await atOnce(50, () => mia.post('/conversation/start', body, 'one-key'));
    const first = withStatus(answers, 201).find(
      ({ headers }) => !headers.has('idempotent-replayed'),
    );
    for (const answer of withStatus(answers, 201)) expect(answer.text).toBe(first?.text);
    expect(
      codes(withStatus(answers, 409)).filter((code) => code !== 'idempotency_in_progress'),
    ).toEqual([]);
    expect(withStatus(answers, 201).length + withStatus(answers, 409).length).toBe(50);
    expect(await eventsTold(cloud.endpoints, 'same-start')).toEqual(['session.started.v1']);
  });

  it('deploys a template once', async () => {
    const { ann } = await company(cloud, 'same-deploy', { ann: ['approver'] });
    const path = '/templates/office_corporate/deploy';
    const answers = await atOnce(20, () => ann.post(path, { dry_run: false }, 'one-key'));
    expect(new Set(withStatus(answers, 200).map(({ text }) => text)).size).toBe(1);
    expect(withStatus(answers, 200).length + withStatus(answers, 409).length).toBe(20);
    const told = await eventsTold(cloud.endpoints, 'same-deploy');
    expect(told).toEqual(['changeset.applied.v1', 'template.deployed.v1']);
  });

  it('is another request when another tenant, person or route uses the key', async () => {
    const people = { mia: ['member'], mo: ['member', 'approver'] };
    const [one, other] = [
      await company(cloud, 'key-one', people),
      await company(cloud, 'key-other', people),
    ];
    const answers = await Promise.all(
      [one.mia, one.mo, other.mia].map((person) =>
        person.post('/conversation/start', {}, 'one-key'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = new Set(answers.map(({ body }) => body.conversation_id));
    expect(ids.size).toBe(3);
    const path = '/templates/office_corporate/deploy';
    const deployed = await one.mo.post(path, { dry_run: false }, 'one-key');
    expect(deployed.headers.has('idempotent-replayed')).toBe(false);
  });

  it('is refused when its body is another one', async () => {
    const { mia } = await company(cloud, 'key-mismatch', { mia: ['member'] });
    await mia.post('/conversation/start', {}, 'one-key');
    const answer = await mia.post('/conversation/start', { language: 'de' }, 'one-key');
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  });
});

describe('two tabs that answer at once', () => {
  it('one wins; the other is told where the conversation is', async () => {
    const { mia } = await company(cloud, 'two-tabs', { mia: ['member'], ann: ['approver'] });
    const id = await almostDrafted(mia);
    const answers = await atOnce(2, () =>
      mia.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER, turn: 0 }),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(codes(withStatus(answers, 409))).toEqual(['turn_conflict']);
    expect((await mia.get(`/conversation/${id}/status`)).body.turn).toBe(1);
  });
});

describe('a hundred deciders at once, the requester, two roles and people who press twice among them', () => {
  it.each([
    ['single', 'office_corporate', 1, 0],
    ['two-person', 'manufacturing_factory', 2, 0],
    ['two-person, with colliding transactions', 'manufacturing_factory', 2, 40],
  ])(
    '%s: exactly the decisions that the policy allows, and one apply',
    async (what, template, allowed, conflicts) => {
      const tenant = `deciders-${what.replaceAll(/[^a-z]+/g, '-')}`;
      const { ann, requester, changesetId } = await changesetFor(tenant, template, allowed);
      const deciders = await decidersOf(tenant, 75);
      if (conflicts > 0) collide('http/decide', conflicts);
      const path = `/approvals/${changesetId}~1/decide`;
      const twice = deciders.filter((_, index) => index % 3 === 0);
      const answers = await Promise.all(
        [requester, ...deciders.slice(1), ...twice].map((decider) =>
          decider.post(path, { decision: 'approve' }),
        ),
      );
      expect(withStatus(answers, 200)).toHaveLength(allowed);
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused).toHaveLength(100 - allowed);
      for (const code of codes(refused))
        expect(['already_decided', 'self_approval', 'forbidden']).toContain(code);
      expect(answers[0]?.status).not.toBe(200);
      const { body } = await ann.get(`/changesets/${changesetId}`);
      expect(body).toMatchObject({ status: 'applied', rollback_available: true });
      expect(body.decisions).toHaveLength(allowed);
      await expectOneApply(tenant, body.changes_total);
    },
  );

  const decidersOf = (tenant: string, count: number): Promise<Person[]> =>
    atOnce(count, (index) =>
      signIn(cloud, tenant, `decider-${index}`, index % 2 ? ['approver'] : ['admin', 'approver']),
    );

  /** A changeset that waits: for one person where an office is drafted, for two where a plant is deployed. */
  async function changesetFor(tenant: string, template: string, allowed: number) {
    const people = { mia: ['member'], ann: ['approver'], bob: ['approver'], cid: ['approver'] };
    const { mia, ann } = await company(cloud, tenant, people);
    if (allowed === 1)
      return { ann, requester: mia, changesetId: (await drafted(mia)).body.changeset_id };
    const { body } = await ann.post(`/templates/${template}/deploy`, { dry_run: false });
    return { ann, requester: ann, changesetId: body.changeset_info.changeset_id };
  }

  async function expectOneApply(tenant: string, resources: number) {
    const told = await eventsTold(cloud.endpoints, tenant);
    expect(told.filter((name) => name === 'changeset.applied.v1')).toHaveLength(1);
    const items = await itemsOf(cloud.endpoints, tenant);
    const applied = items.filter(({ PK }) => String(PK).includes('#RESOURCE#'));
    expect(applied).toHaveLength(resources);
    expect(new Set(applied.map(({ version }) => version))).toEqual(new Set([1]));
  }
});

describe('two deployments of one template at once, each with its own key', () => {
  it('leave the configuration of one, and no half of the other', async () => {
    const people = { ann: ['approver'], bob: ['approver'] };
    const { ann, bob } = await company(cloud, 'two-deploys', people);
    const deploy = (person: Person) =>
      person.post('/templates/office_corporate/deploy', { dry_run: false }, randomUUID());
    const answers = await Promise.all([ann, bob].map(deploy));
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const told = await eventsTold(cloud.endpoints, 'two-deploys');
    expect(told.filter((name) => name === 'changeset.applied.v1')).toHaveLength(1);
  });
});
