import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { eventually } from '#infra/local/demo/eventually.ts';
import { verifyExport } from '#shared/audit/verify-export.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { drafted } from '#tests/support/onboarding/office.ts';
import { withTable } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud();

it('every change is in the chain within seconds; a changed record is found by its number', async () => {
  const { ada, mia, ann } = await company(cloud, 'audited', {
    ada: ['admin'],
    mia: ['member'],
    ann: ['approver'],
  });
  const { conversation_id: session_id } = (await drafted(mia)).body;
  const approved = await ann.post('/recommendations/approve', { session_id, dry_run: false });
  expect(approved.body.status).toBe('applied');

  const trail = await eventually('the last change to be linked', async () => {
    const { items } = (await ada.get('/audit?limit=100')).body;
    return items[0].sequence === null ? undefined : items;
  });
  const applied = trail.find(({ action }: { action: string }) => action === 'changeset.applied');
  expect(applied).toMatchObject({
    actor: { id: 'ann', email: ann.email, roles: ['approver'] },
    target: approved.body.changeset_id,
    correlation_id: approved.body.audit_trail_id,
    source_ip: expect.any(String),
  });
  await cloud.invoke('schedule/audit-anchor', {});
  const good = (await ada.post('/audit/verify')).body;
  expect(good).toMatchObject({ valid: true, complete: true, anchors_held: 1 });
  const { text } = await ada.get('/audit/export');
  const lines = text.trimEnd().split('\n');
  expect(await verifyExport(lines)).toMatchObject({
    firstBad: undefined,
    last: { sequence: good.verified_through, hash: trail[0].hash },
  });

  await becomeSomebodyElses(applied.sequence);
  expect((await ada.post('/audit/verify')).body).toMatchObject({
    valid: false,
    first_bad: { fault: 'altered', sequence: applied.sequence, audit_id: applied.audit_id },
  });
});

/** Past the product, as whoever may write to the table could. */
const becomeSomebodyElses = (sequence: number) =>
  withTable(cloud.endpoints, (client) =>
    client.send(
      new UpdateCommand({
        TableName: cloud.endpoints.table,
        Key: {
          PK: 'TENANT#audited#AUDIT_CHAIN',
          SK: String(sequence).padStart(16, '0'),
        },
        UpdateExpression: 'SET actor.id = :somebody',
        ExpressionAttributeValues: { ':somebody': 'somebody-else' },
      }),
    ),
  );
