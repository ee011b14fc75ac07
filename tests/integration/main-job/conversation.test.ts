import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { OFFICE } from '#tests/support/onboarding/office.ts';
import { eventsTold, withTable } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud();

/** As if nobody had answered for so long. Half an hour is not waited for. */
async function age(tenant: string, sessionId: string, minutes: number): Promise<void> {
  const { table } = cloud.endpoints;
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  await withTable(cloud.endpoints, (client) =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { PK: `TENANT#${tenant}#SESSION#${sessionId}`, SK: 'STATE' },
        ConditionExpression: 'attribute_exists(PK)',
        UpdateExpression: 'SET last_activity_at = :at',
        ExpressionAttributeValues: { ':at': at },
      }),
    ),
  );
}

describe('a conversation', () => {
  it('leads from what a manager types to a draft, and never asks what was said', async () => {
    const { mia } = await company(cloud, 'talk', { mia: ['member'], ann: ['approver'] });
    const initial_input =
      "We are opening a new warehouse next month, it's called North Dock, about forty people.";
    let { body } = await mia.post('/conversation/start', { initial_input });
    expect(body.slots.expected_users.value).toBe(40);
    const asked: string[] = [];
    const answers: Readonly<Record<string, string>> = {
      operating_hours: 'From 06:00 to 22:00.',
      time_zone: 'Europe/Berlin',
      security_level: 'enhanced',
      staff_roles: 'as they are',
      shifts: 'as they are',
    };
    while (body.state !== 'awaiting_approval' && asked.length < 8) {
      const slot = String(body.questions[0]?.slot);
      asked.push(slot);
      const path = `/conversation/${body.conversation_id}/process`;
      const said = { user_input: answers[slot] ?? 'skip', turn: body.turn };
      ({ body } = await mia.post(path, said));
    }
    expect(body.state).toBe('awaiting_approval');
    expect(asked).not.toContain('expected_users');
    expect(asked).not.toContain('site_name');
    const kinds = body.enhanced_recommendations.map(
      ({ entity_type }: { entity_type: string }) => entity_type,
    );
    expect(new Set(kinds)).toEqual(new Set(['site', 'shift', 'staff_role', 'security_policy']));
    const status = await mia.get(`/conversation/${body.conversation_id}/status`);
    expect(status.body).toMatchObject({ status: 'awaiting_approval', progress: 0.8 });
  });

  it('is resumed whole, where that is asked for', async () => {
    const { mia } = await company(cloud, 'resume', { mia: ['member'] });
    const started = await mia.post('/conversation/start', { client_context: OFFICE });
    const resumed = await mia.post('/conversation/start', { resume_existing: true });
    expect(resumed.status).toBe(200);
    const { conversation_id, slots, questions, context } = started.body;
    const whole = { conversation_id, slots, questions, context, resumed: true };
    expect(resumed.body).toMatchObject(whole);
  });

  it('stands in the way of a second one, by its id', async () => {
    const { mia } = await company(cloud, 'conflict', { mia: ['member'] });
    const { conversation_id } = (await mia.post('/conversation/start')).body;
    const second = await mia.post('/conversation/start');
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'session_conflict', conversation_id });
  });

  it.each([
    [29, 409],
    [31, 201],
  ])('after %d minutes of silence a new start is answered %d', async (minutes, status) => {
    const tenant = `idle-${minutes}`;
    const { mia } = await company(cloud, tenant, { mia: ['member'] });
    const { conversation_id } = (await mia.post('/conversation/start')).body;
    await age(tenant, conversation_id, minutes);
    expect((await mia.post('/conversation/start')).status).toBe(status);
    const { state } = (await mia.get(`/conversation/${conversation_id}`)).body;
    expect(state).toBe(status === 201 ? 'cancelled' : 'started');
    const cancelled = await eventsTold(cloud.endpoints, tenant);
    expect(cancelled.includes('session.cancelled.v1')).toBe(status === 201);
  });

  it('can be resumed after an idle hour, too', async () => {
    const { mia } = await company(cloud, 'idle-resume', { mia: ['member'] });
    const { conversation_id } = (await mia.post('/conversation/start')).body;
    await age('idle-resume', conversation_id, 60);
    const { body } = await mia.post('/conversation/start', { resume_existing: true });
    expect(body).toMatchObject({ conversation_id, resumed: true });
  });

  it('makes way once it is cancelled', async () => {
    const { mia } = await company(cloud, 'cancel', { mia: ['member'] });
    const { conversation_id } = (await mia.post('/conversation/start')).body;
    await mia.post(`/conversation/${conversation_id}/cancel`);
    expect((await mia.post('/conversation/start')).status).toBe(201);
  });

  it('is not found by colleagues and by other tenants', async () => {
    const { mia, moe } = await company(cloud, 'private', { mia: ['member'], moe: ['admin'] });
    const { mia: stranger } = await company(cloud, 'stranger', { mia: ['member'] });
    const { conversation_id } = (await mia.post('/conversation/start')).body;
    for (const other of [moe, stranger]) {
      expect((await other.get(`/conversation/${conversation_id}`)).status).toBe(404);
      const said = await other.post(`/conversation/${conversation_id}/process`, {
        user_input: 'hi',
      });
      expect(said.status).toBe(404);
    }
  });
});
