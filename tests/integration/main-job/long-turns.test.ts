import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { TURN_QUEUE } from '#shared/conversation/session-store.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { rewindDue } from '#tests/support/notifications/rewind-due.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { crashEverywhere } from '#tests/support/onboarding/crash-everywhere.ts';
import { almostDrafted, drafted, LAST_ANSWER } from '#tests/support/onboarding/office.ts';
import { eventsTold, withTable } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud({ indexLagMs: 0 });
/** Every call of a function, twice: quick on an idle machine, slow on a busy one. */
const MATRIX = { timeout: 240_000 };

afterEach(() => cloud.faults.clear());

/** A conversation whose last answer was handed over and not waited for. */
async function handedOver(tenant: string, before: () => void = () => {}) {
  const people = await company(cloud, tenant, { mia: ['member'], ann: ['approver'] });
  const id = await almostDrafted(people.mia);
  await cloud.drain();
  before();
  const token = await cloud.token({
    tenant,
    user: 'mia',
    email: `mia@${tenant}.example`,
    roles: ['member'],
  });
  const answer = await cloud.request(`POST /conversation/${id}/process`, {
    token,
    idempotencyKey: 'handed-over',
    headers: { prefer: 'respond-async' },
    body: { user_input: LAST_ANSWER },
  });
  expect(answer.status, answer.text).toBe(202);
  return { ...people, id, answer };
}

describe('a turn that is not waited for', () => {
  it('is worked on by the queue, and whoever waits for news gets them', async () => {
    const { mia, id, answer } = await handedOver('handed-over');
    expect(answer.headers.get('location')).toBe(answer.body.status_url);
    const { body } = await mia.get(`/conversation/${id}/events?after_turn=0`);
    expect(body).toMatchObject({ state: 'awaiting_approval', turn: 1, processing: false });
    expect(body.latest).toMatchObject({ turn: 1, text: LAST_ANSWER });
  });

  it('has one effect, whichever call of its worker it dies at', MATRIX, async () => {
    const points = await crashEverywhere(cloud, 'queue/conversation-turn', async (tenant, arm) => {
      const { mia, id } = await handedOver(tenant, arm);
      await cloud.drain();
      const { body } = await mia.get(`/conversation/${id}`);
      expect(body).toMatchObject({ state: 'awaiting_approval', turn: 1, processing: false });
      expect(body.turns.items).toHaveLength(2);
      const told = await eventsTold(cloud.endpoints, tenant);
      expect(told.filter((name) => name === 'session.answered.v1')).toHaveLength(1);
      expect(told.filter((name) => name === 'approval.requested.v1')).toHaveLength(1);
    });
    expect(points).toBeGreaterThanOrEqual(6);
  });

  it('is given up when its worker dies each time, and can be said again', async () => {
    const tenant = 'stuck';
    const { mia, id } = await handedOver(tenant, () => {
      cloud.faults.crash({ function: 'queue/conversation-turn', times: 100, when: 'before' });
    });
    await cloud.drain();
    expect((await mia.get(`/conversation/${id}/status`)).body.processing).toBe(true);
    cloud.faults.clear();
    await comesDue(tenant, id);
    await cloud.invoke('schedule/due-timers', {});
    const { body } = await mia.get(`/conversation/${id}/status`);
    expect(body).toMatchObject({ state: 'in_progress', turn: 0, processing: false });
    const again = await mia.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER });
    expect(again.body.state).toBe('awaiting_approval');
  });

  /** As if ten minutes had passed. */
  async function comesDue(tenant: string, sessionId: string): Promise<void> {
    const { table } = cloud.endpoints;
    await withTable(cloud.endpoints, (client) =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { PK: `TENANT#${tenant}#SESSION#${sessionId}`, SK: 'STATE' },
          ConditionExpression: 'attribute_exists(PK)',
          UpdateExpression: 'SET last_activity_at = :at',
          ExpressionAttributeValues: { ':at': '2026-01-01T00:00:00.000Z' },
        }),
      ),
    );
    expect(await rewindDue(cloud.endpoints, TURN_QUEUE)).toBeGreaterThan(0);
  }
});

describe('a change of a site that was talked about', () => {
  it('is decided and applied like a draft, and completes its conversation', async () => {
    const people = { mia: ['member'], ann: ['approver'] };
    const { mia, ann } = await company(cloud, 'update', people);
    const first = (await drafted(mia)).body.conversation_id;
    await ann.post('/recommendations/approve', { session_id: first, dry_run: false });
    const initial_input = 'Please set the expected users of Harbor Point to 45';
    const { body } = await mia.post('/conversation/start', {
      type: 'config_update',
      initial_input,
    });
    expect(body.state, body.reply).toBe('awaiting_approval');
    const session_id = body.conversation_id;
    const applied = await ann.post('/recommendations/approve', { session_id, dry_run: false });
    expect(applied.body, applied.text).toMatchObject({ status: 'applied', changes_applied: 1 });
    expect((await mia.get(`/conversation/${session_id}`)).body.state).toBe('completed');
    const again = { type: 'config_update', initial_input };
    const second = await mia.post('/conversation/start', again);
    expect(second.body.reply).toContain('nothing to change');
  });
});
