import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '#events/contract.ts';
import { eventConsumer, on, type ReceivedEvent } from '#shared/queue/event-consumer.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const record = (body: unknown, index: number): SQSRecord => ({
  messageId: `m${index}`,
  receiptHandle: 'r',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'x',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:q',
  awsRegion: 'us-east-1',
});

const batch = (...bodies: readonly unknown[]): SQSEvent => ({ Records: bodies.map(record) });

const opened = defineEvent('door.opened.v1', z.object({ door: z.string() }));
const closed = defineEvent('door.closed.v1', z.object({ door: z.string() }));

const envelope = (name: string, data: unknown, tenant_id = 'acme') => ({
  'detail-type': name,
  source: 'onboarding',
  detail: {
    id: '7b0c1f5e-64d2-4c0a-8f0a-0a3ce34b9f11',
    tenant_id,
    occurred_at: '2026-01-01T00:00:00.000Z',
    correlation_id: 'corr-1234',
    data,
  },
});

describe('a queue consumer', () => {
  it('fails only the messages that fail', async () => {
    const handled: number[] = [];
    const handler = queueConsumer(z.object({ n: z.int() }), async ({ n }) => {
      if (n === 2) throw new Error('no');
      handled.push(n);
    });
    const answer = await handler(batch({ n: 1 }, { n: 2 }, { n: '3' }, 'not json'), lambdaContext);
    expect(handled).toEqual([1]);
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'm1',
      'm2',
      'm3',
    ]);
  });
});

describe('an event consumer', () => {
  const collect = () => {
    const seen: ReceivedEvent<{ door: string }>[] = [];
    const keep = async (event: ReceivedEvent<{ door: string }>) => void seen.push(event);
    return { seen, handler: eventConsumer([on(opened, keep), on(closed, keep)]) };
  };

  it('hands each event to what reacts to its type, with the tenant it names', async () => {
    const { seen, handler } = collect();
    const bodies = [envelope(opened.name, { door: 'a' }), envelope(closed.name, { door: 'b' })];
    expect(await handler(batch(...bodies), lambdaContext)).toEqual({ batchItemFailures: [] });
    expect(seen).toMatchObject([
      { name: 'door.opened.v1', tenant: 'acme', data: { door: 'a' }, correlationId: 'corr-1234' },
      { name: 'door.closed.v1', data: { door: 'b' } },
    ]);
  });

  it('fails an unknown type, a wrong payload and a tenant that cannot be', async () => {
    const { seen, handler } = collect();
    const bodies = [
      envelope('door.painted.v1', { door: 'a' }),
      envelope(opened.name, { door: 7 }),
      envelope(opened.name, { door: 'a' }, 'acme#x'),
    ];
    const { batchItemFailures } = await handler(batch(...bodies), lambdaContext);
    expect(batchItemFailures).toHaveLength(3);
    expect(seen).toEqual([]);
  });
});
