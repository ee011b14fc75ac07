import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/stream/event-relay/handler.ts';
import { resendOverdueEvents } from '#shared/queue/resend-overdue-events.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { indexAttributes, itemKey } from '#shared/store/keys.ts';
import { OUTBOX_QUEUE, outboxRow } from '#shared/store/outbox.ts';
import type { Put } from '#shared/store/write.ts';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';
import { RecordingBus } from '#tests/support/recording-bus.ts';

const acme = trustedTenant('acme');
const written = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number) => ({ now: () => new Date(written.getTime() + seconds * 1000) });

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';
const THREE = '00000000-0000-4000-8000-000000000003';

const rowOf = (id: typeof ONE | typeof TWO | typeof THREE, tenant: string = acme): Put =>
  outboxRow(
    { name: 'changeset.applied.v1', data: { title: id } },
    { tenant, correlationId: 'corr-1234', at: written },
    id,
  );

const streamed = (put: Put, sequence: string): DynamoDBRecord => {
  const image = { ...put.item, ...itemKey(acme, put.key), ...indexAttributes(acme, put.index) };
  // The event's types name the same JSON differently than the SDK's.
  const NewImage = marshall(image) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { eventName: 'INSERT', dynamodb: { SequenceNumber: sequence, NewImage } };
};

async function outboxWith(...rows: readonly Put[]) {
  const table = new InMemoryDueIndex(new InMemoryTable());
  for (const row of rows) await table.transact(acme, [row]);
  return table;
}

const relay = async (bus: RecordingBus, ...rows: readonly Put[]) => {
  const table = await outboxWith(...rows);
  const handler = createHandler({ bus, table, clock: later(1) });
  const Records = rows.map((row, index) => streamed(row, `${index}`));
  return { table, answer: await handler({ Records }, lambdaContext) };
};

describe('the event relay', () => {
  it('publishes each row as the event it is and marks the row', async () => {
    const bus = new RecordingBus();
    const { table, answer } = await relay(bus, rowOf(ONE), rowOf(TWO));
    expect(answer.batchItemFailures).toEqual([]);
    expect(bus.published).toMatchObject([
      { name: 'changeset.applied.v1', detail: { id: ONE, tenant_id: 'acme' } },
      { name: 'changeset.applied.v1', detail: { id: TWO, data: { title: TWO } } },
    ]);
    expect(table.waitingIn(OUTBOX_QUEUE)).toEqual([]);
    expect(table.settled).toHaveLength(2);
  });

  it('reports exactly the rows that the bus did not take, and leaves them unmarked', async () => {
    const bus = new RecordingBus({ refuse: [TWO] });
    const { table, answer } = await relay(bus, rowOf(ONE), rowOf(TWO), rowOf(THREE));
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
    expect(table.waitingIn(OUTBOX_QUEUE).map(({ key }) => key.partition)).toEqual([
      `OUTBOX#${TWO}`,
    ]);
  });

  it('reports a row that names another tenant than the one it lies with', async () => {
    const bus = new RecordingBus();
    const { answer } = await relay(bus, rowOf(ONE), rowOf(TWO, 'globex'));
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
    expect(bus.published.map(({ id }) => id)).toEqual([ONE]);
  });

  it('does not fail an event that is out only because its row could not be marked', async () => {
    const bus = new RecordingBus();
    const table = await outboxWith(rowOf(ONE));
    table.settle = async () => {
      throw new Error('throttled');
    };
    const handler = createHandler({ bus, table, clock: later(1) });
    const answer = await handler({ Records: [streamed(rowOf(ONE), '0')] }, lambdaContext);
    expect(answer.batchItemFailures).toEqual([]);
    expect(table.waitingIn(OUTBOX_QUEUE)).toHaveLength(1);
  });
});

describe('housekeeping of the outbox', () => {
  it('leaves a row alone for a minute, then publishes and marks it', async () => {
    const bus = new RecordingBus();
    const table = await outboxWith(rowOf(ONE));
    expect(await resendOverdueEvents({ bus, table, clock: later(59) })).toMatchObject({
      resent: 0,
    });
    const overdue = await resendOverdueEvents({ bus, table, clock: later(90) });
    expect(overdue).toEqual({ resent: 1, stuck: 0, oldestSeconds: 90 });
    expect(bus.published.map(({ id }) => id)).toEqual([ONE]);
    expect(table.waitingIn(OUTBOX_QUEUE)).toEqual([]);
  });

  it('says how many events are stuck and for how long', async () => {
    const bus = new RecordingBus({ refuse: [ONE] });
    const table = await outboxWith(rowOf(ONE));
    const overdue = await resendOverdueEvents({ bus, table, clock: later(360) });
    expect(overdue).toEqual({ resent: 0, stuck: 1, oldestSeconds: 360 });
  });
});
