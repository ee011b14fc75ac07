import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { APPLICATION_QUEUE } from '#shared/approvals/apply-task-store.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { rewindDue } from '#tests/support/notifications/rewind-due.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { crashEverywhere } from '#tests/support/onboarding/crash-everywhere.ts';
import { eventsTold, itemsOf, withTable } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud({ indexLagMs: 0 });
/** Every call of a function, twice: quick on an idle machine, slow on a busy one. */
const MATRIX = { timeout: 240_000 };

const shiftsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `Extra ${String(n).padStart(3, '0')}`,
    start: '09:00',
    end: '17:00',
    people: 2,
  }));

async function deploy(person: Person, count: number) {
  const answer = await person.post('/templates/office_corporate/deploy', {
    dry_run: false,
    customizations: { site: { expected_users: 1000 }, shifts: shiftsOf(count) },
  });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer;
}

/** A tenant in which one approver is enough, whatever is asked for. */
async function boldCompany(tenant: string) {
  const people = await company(cloud, tenant, { ann: ['approver'], ada: ['admin'] });
  const approval_policy = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };
  await people.ada.put('/settings', { approval_policy });
  return people;
}

describe('a deployment with two hundred shifts', () => {
  it('is agreed to by two, applied by the queue, explained, and taken back', async () => {
    const roles = { ann: ['approver'], bob: ['approver'], cid: ['approver'] };
    const { ann, bob, cid } = await company(cloud, 'two-hundred', roles);
    const { body } = await deploy(ann, 200);
    const { changeset_id, changes_total } = body.changeset_info;
    expect(body.changeset_info.changes.length).toBeLessThanOrEqual(100);
    expect(await pagesOf(bob, `/changesets/${changeset_id}/changes`)).toHaveLength(changes_total);

    const answer = await agree(changeset_id, [bob, cid]);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(answer.body.status_url);
    expect(answer.body).toMatchObject({ changeset_status: 'applying', changeset_applied: false });
    await cloud.drain();
    expect((await ann.get(`/changesets/${changeset_id}`)).body.status).toBe('applied');
    const shifts = await pagesOf(ann, '/resources?kind=shift&site=OFF001');
    expect(shifts.length).toBeGreaterThanOrEqual(200);
    const { items } = (await ann.get('/resources/shift:OFF001/extra-007/history')).body;
    expect(items).toMatchObject([
      { operation: 'create', version: 1, changeset_id, requested_by: { user_id: 'ann' } },
    ]);
    expect(items[0].approved_by).toHaveLength(2);

    const back = await ann.post(`/changesets/${changeset_id}/rollback`, {});
    await agree(back.body.changeset_id, [bob, cid]);
    await cloud.drain();
    expect((await ann.get(`/changesets/${changeset_id}`)).body.status).toBe('rolled_back');
    expect(await pagesOf(ann, '/resources?kind=shift&site=OFF001')).toEqual([]);
  });

  async function agree(changesetId: string, people: readonly [Person, Person]) {
    const send = (person: Person) =>
      person.post(`/approvals/${changesetId}~1/decide`, { decision: 'approve' });
    await send(people[0]);
    return send(people[1]);
  }

  async function pagesOf(person: Person, path: string): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    let cursor: string | null = '';
    const join = path.includes('?') ? '&' : '?';
    while (cursor !== null) {
      const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await person.get(`${path}${join}limit=100${after}`);
      all.push(...body.items);
      cursor = body.next_cursor;
    }
    return all;
  }
});

describe('an application by the queue', () => {
  it('has one effect, whichever call of its worker it dies at', MATRIX, async () => {
    const points = await crashEverywhere(cloud, 'queue/apply-changeset', async (tenant, arm) => {
      const { ann } = await boldCompany(tenant);
      const fault = arm();
      const { body } = await deploy(ann, 60);
      expect(body.changeset_info.status).toBe('applying');
      await cloud.drain();
      if (fault.fired() === 0) return;
      await lapseLease(tenant, body.changeset_info.changeset_id);
      await cloud.invoke('schedule/due-timers', {});
      await cloud.drain();
      const { changeset_id } = body.changeset_info;
      const { status } = (await ann.get(`/changesets/${changeset_id}`)).body;
      expect(status).toBe('applied');
      const told = await eventsTold(cloud.endpoints, tenant);
      expect(told.filter((name) => name === 'changeset.applied.v1')).toHaveLength(1);
      const resources = (await itemsOf(cloud.endpoints, tenant)).filter(
        ({ PK, deleted }) => String(PK).includes('#RESOURCE#') && deleted === false,
      );
      expect(resources).toHaveLength(body.changeset_info.changes_total);
      expect(resources.every(({ version }) => version === 1)).toBe(true);
    });
    expect(points).toBeGreaterThanOrEqual(10);
  });

  /** As if a minute had passed in which nobody moved the application on. */
  async function lapseLease(tenant: string, changesetId: string): Promise<void> {
    await rewindDue(cloud.endpoints, APPLICATION_QUEUE);
    await withTable(cloud.endpoints, (client) =>
      client.send(
        new UpdateCommand({
          TableName: cloud.endpoints.table,
          Key: { PK: `TENANT#${tenant}#APPLICATION#${changesetId}`, SK: '1' },
          UpdateExpression: 'SET lease_until = :past',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeValues: { ':past': '2000-01-01T00:00:00.000Z' },
        }),
      ),
    );
  }
});
