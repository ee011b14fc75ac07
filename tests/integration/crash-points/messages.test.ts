import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { DELIVERY_QUEUE } from '#shared/notifications/delivery-store.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { rewindDue } from '#tests/support/notifications/rewind-due.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { crashEverywhere } from '#tests/support/onboarding/crash-everywhere.ts';
import { letTimersRunOut } from '#tests/support/onboarding/let-timers-run-out.ts';
import { drafted } from '#tests/support/onboarding/office.ts';
import { eventsTold, itemsOf, withTable } from '#tests/support/onboarding/tenant-items.ts';
import { Bucket } from '#tests/support/tour/bucket.ts';
import type { WebhookReceiver } from '#tests/support/webhook-receiver.ts';

const cloud = useLocalCloud({ indexLagMs: 0 });
/** Every call of a function, twice: quick on an idle machine, slow on a busy one. */
const MATRIX = { timeout: 240_000 };

describe('an event on its way to a webhook', () => {
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await cloud.receiver();
  });

  it.each(['stream/event-relay', 'queue/notifier', 'queue/deliver'])(
    'arrives, whichever call of %s it dies at: one delivery, one webhook-id, the same bytes',
    MATRIX,
    async (functionName) => {
      const points = await crashEverywhere(cloud, functionName, async (tenant, armed) => {
        const people = { ada: ['admin'], mia: ['member'] };
        const { ada, mia } = await company(cloud, tenant, people);
        const url = `${receiver.url}/${tenant}`;
        const endpoint = { channel: 'webhook', url, events: ['session.started'] };
        await ada.post('/notifications/endpoints', endpoint);
        await cloud.drain();
        const fault = armed();
        await mia.post('/conversation/start');
        await cloud.drain();
        if (fault.fired() === 0) return;
        await recover();
        const came = receiver.received.filter(({ path }) => path.endsWith(`/${tenant}`));
        expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
        expect(new Set(came.map(({ body }) => body)).size).toBe(1);
        const { items } = (await ada.get('/notifications/deliveries')).body;
        expect(items).toMatchObject([{ event: 'session.started', status: 'delivered' }]);
      });
      expect(points).toBeGreaterThanOrEqual(4);
    },
  );

  /** What the minute does: rows that nobody marked, and claims that have lapsed, come again. */
  async function recover(): Promise<void> {
    await rewindDue(cloud.endpoints, OUTBOX_QUEUE);
    await rewindDue(cloud.endpoints, DELIVERY_QUEUE);
    await cloud.invoke('schedule/housekeeping', {});
    await cloud.invoke('schedule/due-timers', {});
    await cloud.drain();
  }
});

describe('the timers of a draft that nobody decides about', () => {
  it('run out once each, whichever call of schedule/due-timers it dies at', MATRIX, async () => {
    const story = async (tenant: string, armed: () => { fired: () => number }) => {
      const { mia } = await company(cloud, tenant, { mia: ['member'], ann: ['approver'] });
      const { changeset_id } = (await drafted(mia)).body;
      await letTimersRunOut(cloud.endpoints, tenant, changeset_id);
      const fault = armed();
      await cloud.invoke('schedule/due-timers', {});
      if (fault.fired() === 0) return;
      await cloud.invoke('schedule/due-timers', {});
      const told = await eventsTold(cloud.endpoints, tenant);
      expect(told.filter((name) => name.startsWith('approval.')).toSorted()).toEqual([
        'approval.escalated.v1',
        'approval.expired.v1',
        'approval.reminded.v1',
        'approval.requested.v1',
      ]);
    };
    const points = await crashEverywhere(cloud, 'schedule/due-timers', story);
    expect(points).toBeGreaterThanOrEqual(10);
  });
});

describe('a document on its way into search', () => {
  it('is there once, whichever call of the ingestion it dies at', MATRIX, async () => {
    const bucket = new Bucket(cloud.endpoints);
    const points = await crashEverywhere(cloud, 'queue/embedding-ingest', async (tenant, armed) => {
      const { mia } = await company(cloud, tenant, { mia: ['member'] });
      const key = `tenants/${tenant}/knowledge/handbook/handbook.md`;
      const fault = armed();
      await bucket.put(key, '# Visitors\n\nEvery visitor wears a yellow badge.\n');
      await cloud.drain();
      if (fault.fired() === 0) return;
      await lapseLease(tenant);
      await redeliver(key);
      await cloud.drain();
      const { body } = await mia.get('/knowledge/search?q=visitor%20badge');
      expect(body.results).toMatchObject([{ document_id: 'handbook' }]);
      expect(await eventsTold(cloud.endpoints, tenant)).toEqual(['document.ready.v1']);
    });
    bucket.close();
    expect(points).toBeGreaterThanOrEqual(10);
  });

  /** The time after which a message of a dead worker becomes visible again is longer than a lease. */
  async function lapseLease(tenant: string): Promise<void> {
    const { table } = cloud.endpoints;
    const items = await itemsOf(cloud.endpoints, tenant);
    const leased = items.filter(({ lease_until }) => typeof lease_until === 'string');
    await withTable(cloud.endpoints, async (client) => {
      for (const { PK, SK } of leased)
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { PK, SK },
            UpdateExpression: 'SET lease_until = :past',
            ExpressionAttributeValues: { ':past': '2000-01-01T00:00:00.000Z' },
          }),
        );
    });
  }

  async function redeliver(key: string): Promise<void> {
    const body = {
      id: randomUUID(),
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { object: { key } },
    };
    const record = { messageId: randomUUID(), body: JSON.stringify(body) };
    const outcome = await cloud.invoke('queue/embedding-ingest', { Records: [record] });
    expect(JSON.parse(outcome.payload)).toEqual({ batchItemFailures: [] });
  }
});
