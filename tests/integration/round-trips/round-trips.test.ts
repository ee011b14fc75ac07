import { beforeAll, describe, expect, it } from 'vitest';
import type { TestResponse } from '#tests/support/http-client.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { almostDrafted, drafted, LAST_ANSWER, OFFICE } from '#tests/support/onboarding/office.ts';

// One instance per function: what the first request of a tenant filled, the second finds.
const cloud = useLocalCloud({ maxInstances: 1 });

/** Calls to DynamoDB on behalf of one request; retries count. */
const roundTrips = ({ requestId }: TestResponse): string[] =>
  cloud
    .callsOf(requestId)
    .filter(({ service }) => service === 'dynamodb')
    .map(({ operation }) => operation);

function expectAtMost(limit: number, answer: TestResponse): void {
  expect(answer.status, answer.text).toBeLessThan(300);
  const calls = roundTrips(answer);
  expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(limit);
}

type People = Readonly<Record<'mia' | 'moe' | 'ann' | 'bob' | 'cid', Person>>;

/** Everything once, so that people, settings and code are held in the instances. */
async function warmUp({ mia, moe, ann, bob, cid }: People): Promise<void> {
  for (const manager of [mia, moe])
    await manager.post('/conversation/start', { resume_existing: true });
  for (const manager of [mia, moe]) {
    const { body } = await manager.get('/conversation');
    await manager.post(`/conversation/${body.items[0].conversation_id}/process`, {
      user_input: 'an office',
    });
    await manager.post(`/conversation/${body.items[0].conversation_id}/cancel`);
  }
  const first = await drafted(mia);
  await ann.post('/recommendations/approve', {
    session_id: first.body.conversation_id,
    dry_run: false,
  });
  for (const person of [ann, bob, cid]) await deployAndDecide(person, [ann, bob, cid]);
  await mia.post('/quickstart/recommendations', { industry: 'hospital' });
}

const factory = (name: string) => ({ site: { code: `MFG${name}`.toUpperCase(), name } });

/** A deployment that two others must agree to, up to its application. */
async function deployAndDecide(requester: Person, approvers: readonly Person[]) {
  const customizations = factory(requester.user);
  const path = '/templates/manufacturing_factory/deploy';
  const { body } = await requester.post(path, { dry_run: false, customizations });
  const others = approvers.filter(({ user }) => user !== requester.user);
  for (const other of others)
    await other.post(`/approvals/${body.changeset_info.changeset_id}~1/decide`, {
      decision: 'approve',
    });
}

describe('round trips to DynamoDB of a warm request', () => {
  let people: People;
  beforeAll(async () => {
    people = await company(cloud, 'warm', {
      mia: ['member'],
      moe: ['member'],
      ann: ['approver'],
      bob: ['approver'],
      cid: ['approver'],
    });
    await warmUp(people);
  });

  it('start: 1', async () => {
    expectAtMost(1, await people.moe.post('/conversation/start', { client_context: OFFICE }));
  });

  it('start that resumes: 2', async () => {
    const answer = await people.moe.post('/conversation/start', { resume_existing: true });
    expect(answer.body.resumed).toBe(true);
    expectAtMost(2, answer);
  });

  it('process: 2, also when it drafts; approve: 2, dry and real', async () => {
    const { mia, ann } = people;
    const id = await almostDrafted(mia);
    expectAtMost(
      2,
      await mia.post(`/conversation/${id}/process`, { user_input: 'why do you ask?' }),
    );
    const draft = await mia.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER });
    expect(draft.body.state).toBe('awaiting_approval');
    expectAtMost(2, draft);
    const request = { session_id: id };
    expectAtMost(2, await ann.post('/recommendations/approve', request));
    const real = await ann.post('/recommendations/approve', { ...request, dry_run: false });
    expect(real.body.status).toBe('applied');
    expectAtMost(2, real);
  });

  it('deploy: 2, dry, applied at once, with nothing to do, and where others must agree', async () => {
    const { ann, bob } = people;
    const office = '/templates/office_corporate/deploy';
    expectAtMost(2, await ann.post(office, {}));
    expectAtMost(2, await ann.post(office, { dry_run: false }));
    expectAtMost(2, await ann.post(office, { dry_run: false }));
    const plant = { dry_run: false, customizations: factory('two') };
    const answer = await bob.post('/templates/manufacturing_factory/deploy', plant);
    expect(answer.body.changeset_info.status).toBe('pending_approval');
    expectAtMost(2, answer);
  });

  it('decide: 2, for one of two and for the last', async () => {
    const { ann, bob, cid } = people;
    const plant = { dry_run: false, customizations: factory('three') };
    const { body } = await ann.post('/templates/manufacturing_factory/deploy', plant);
    const path = `/approvals/${body.changeset_info.changeset_id}~1/decide`;
    expectAtMost(2, await bob.post(path, { decision: 'approve' }));
    const last = await cid.post(path, { decision: 'approve' });
    expect(last.body.changeset_applied).toBe(true);
    expectAtMost(2, last);
  });

  it('recommendations of the quick start: 1', async () => {
    expectAtMost(1, await people.mia.post('/quickstart/recommendations', { industry: 'hospital' }));
  });

  it('a replay of an earlier answer: no more than the request itself', async () => {
    await people.moe.post('/conversation/start', { resume_existing: true });
    const { body } = await people.moe.get('/conversation');
    await people.moe.post(`/conversation/${body.items[0].conversation_id}/cancel`);
    await people.moe.post('/conversation/start', {}, 'again');
    const replay = await people.moe.post('/conversation/start', {}, 'again');
    expect(replay.headers.get('idempotent-replayed')).toBe('true');
    expectAtMost(1, replay);
  });
});
