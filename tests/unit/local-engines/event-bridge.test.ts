import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeliveryFaults } from '#infra/local/engines/delivery-faults.ts';
import { createEventBridge, type EventBridgeOptions } from '#infra/local/engines/event-bridge.ts';
import { localIdentity } from '#infra/local/engines/local-identity.ts';

const QUEUE = 'arn:aws:sqs:eu-central-1:000000000000:queue';
const PARKED = 'arn:aws:sqs:eu-central-1:000000000000:parked';
const FUNCTION = 'arn:aws:lambda:eu-central-1:000000000000:function:worker';

afterEach(() => {
  vi.useRealTimers();
});

function start(options: Partial<EventBridgeOptions> = {}) {
  const delivered: { arn: string; body: string; attributes?: object | undefined }[] = [];
  const invoked: unknown[] = [];
  let next = 0;
  const bridge = createEventBridge({
    identity: localIdentity('eu-central-1'),
    clock: { now: () => new Date('2026-01-31T12:00:00.123Z') },
    ids: { uuid: () => `event-${++next}` },
    deliverToQueue: (arn, body, given) => {
      delivered.push({ arn, body, attributes: given?.attributes });
    },
    invokeFunction: (_arn, event) => {
      invoked.push(event);
    },
    ...options,
  });
  return { bridge, delivered, invoked };
}

const rule = (target: object = {}, more: object = {}) => ({
  EventBusName: 'onboarding',
  EventPattern: { 'detail-type': ['session.started.v1'] },
  Targets: [{ Id: 'queue', Arn: QUEUE, ...target }],
  ...more,
});

const entry = (detail: object = { tenant_id: 'acme' }, more: object = {}) => ({
  EventBusName: 'onboarding',
  Source: 'onboarding',
  DetailType: 'session.started.v1',
  Detail: JSON.stringify(detail),
  ...more,
});

describe('the local EventBridge', () => {
  it('gives an event to every rule that wants it, in the envelope of AWS', async () => {
    const { bridge, delivered, invoked } = start();
    expect(bridge.addBus('onboarding')).toBe(
      'arn:aws:events:eu-central-1:000000000000:event-bus/onboarding',
    );
    bridge.addRule('to-queue', rule());
    bridge.addRule('to-function', rule({ Arn: FUNCTION }));
    bridge.addRule('other', rule({}, { EventPattern: { source: ['else'] } }));
    bridge.addRule('off', rule({}, { State: 'DISABLED' }));
    expect(await bridge.putEvents([entry()])).toEqual([{ EventId: 'event-1' }]);
    const envelope = {
      version: '0',
      id: 'event-1',
      'detail-type': 'session.started.v1',
      source: 'onboarding',
      account: '000000000000',
      time: '2026-01-31T12:00:00Z',
      region: 'eu-central-1',
      resources: [],
      detail: { tenant_id: 'acme' },
    };
    expect(delivered.map(({ body }) => JSON.parse(body))).toEqual([envelope]);
    expect(invoked).toEqual([envelope]);
  });

  it('keeps buses apart: an S3 event reaches rules of the default bus only', async () => {
    const { bridge, delivered } = start();
    bridge.addBus('onboarding');
    const pattern = { EventPattern: { source: ['aws.s3'] } };
    bridge.addRule('own', rule({}, pattern));
    bridge.addRule('default', rule({ Id: 'd' }, { ...pattern, EventBusName: undefined }));
    await bridge.putServiceEvent({ source: 'aws.s3', detailType: 'Object Created', detail: {} });
    expect(delivered).toHaveLength(1);
  });

  it.each([
    [{ Source: undefined }, 'InvalidArgument'],
    [{ DetailType: undefined }, 'InvalidArgument'],
    [{ Detail: undefined }, 'InvalidArgument'],
    [{ Detail: '[1]' }, 'MalformedDetail'],
    [{ Detail: '{' }, 'MalformedDetail'],
    [{ Source: 'aws.s3' }, 'NotAuthorizedForSourceException'],
    [{ EventBusName: 'misspelt' }, 'ResourceNotFoundException'],
  ])('refuses the entry with %o alone', async (fault, code) => {
    const { bridge, delivered } = start();
    bridge.addBus('onboarding');
    bridge.addRule('to-queue', rule());
    const results = await bridge.putEvents([entry({}, fault), entry()]);
    expect(results).toEqual([expect.objectContaining({ ErrorCode: code }), { EventId: 'event-1' }]);
    expect(delivered).toHaveLength(1);
  });

  it('tries again, and loses nothing, when a target fails', async () => {
    vi.useFakeTimers();
    let failures = 2;
    const arrived: string[] = [];
    const { bridge } = start({
      deliverToQueue: (_arn, body) => {
        failures -= 1;
        if (failures >= 0) throw new Error('throttled');
        arrived.push(body);
      },
    });
    bridge.addBus('onboarding');
    bridge.addRule('to-queue', rule());
    await bridge.putEvents([entry()]);
    expect(arrived).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    await bridge.idle();
    expect(arrived).toHaveLength(1);
  });

  it('buries an event whose retries are exhausted, and says why', async () => {
    vi.useFakeTimers();
    const buried: unknown[] = [];
    const { bridge } = start({
      deliverToQueue: (arn, _body, options) => {
        if (arn === QUEUE) throw new Error('no such queue');
        buried.push([arn, options?.attributes]);
      },
    });
    bridge.addBus('onboarding');
    const target = { DeadLetterConfig: { Arn: PARKED }, RetryPolicy: { MaximumRetryAttempts: 1 } };
    const ruleArn = bridge.addRule('to-queue', rule(target));
    await bridge.putEvents([entry()]);
    await vi.advanceTimersByTimeAsync(100);
    await bridge.idle();
    expect(buried).toEqual([
      [
        PARKED,
        {
          RULE_ARN: ruleArn,
          TARGET_ARN: QUEUE,
          ERROR_CODE: 'SDK_CLIENT_ERROR',
          ERROR_MESSAGE: 'no such queue',
          EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
          RETRY_ATTEMPTS: '1',
        },
      ],
    ]);
  });

  it('fires a schedule when it is due, and when it is told to', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-31T12:00:00Z') });
    const { bridge, invoked } = start({ clock: { now: () => new Date() } });
    const ruleArn = bridge.addRule('every-minute', {
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Id: 'worker', Arn: FUNCTION }],
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(invoked).toHaveLength(2);
    expect(invoked[0]).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2026-01-31T12:01:00Z',
      resources: [ruleArn],
      detail: {},
    });
    await bridge.fireSchedule('every-minute');
    expect(invoked).toHaveLength(3);
    await bridge.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(invoked).toHaveLength(3);
  });

  it('delivers twice and out of order when told to misbehave', async () => {
    const faults = createDeliveryFaults({ seed: 1, duplicateProbability: 1, reorder: true });
    const { bridge, delivered } = start({ faults });
    bridge.addBus('onboarding');
    bridge.addRule('to-queue', rule());
    await bridge.putEvents([1, 2, 3].map((n) => entry({ n })));
    const arrived = delivered.map(({ body }) => JSON.parse(body).detail.n);
    expect(arrived.toSorted()).toEqual([1, 1, 2, 2, 3, 3]);
    expect(arrived).not.toEqual([1, 1, 2, 2, 3, 3]);
  });

  it.each([
    ['a topic as target', rule({ Arn: 'arn:aws:sns:eu-central-1:000000000000:topic' })],
    ['a property it does not know', rule({ EcsParameters: {} })],
    ['a path with a wildcard', rule({ InputPath: '$.detail[*].a' })],
    ['a pattern that AWS refuses', rule({}, { EventPattern: { source: [{ like: 'x' }] } })],
    ['a schedule on another bus', { ScheduleExpression: 'rate(1 day)', EventBusName: 'own' }],
    ['neither pattern nor schedule', { Targets: [] }],
  ])('refuses a rule with %s when it is set up', (_what, properties) => {
    expect(() => start().bridge.addRule('rule', properties)).toThrow();
  });
});

describe('the input of a target', () => {
  const bodyFor = async (target: object) => {
    const { bridge, delivered } = start();
    bridge.addBus('onboarding');
    bridge.addRule('shaped', rule(target));
    await bridge.putEvents([entry({ name: 'a "b"', list: [{ n: 1 }] })]);
    return delivered[0]?.body;
  };

  it.each([
    ['a constant', { Input: '{"fixed":true}' }, '{"fixed":true}'],
    ['a part', { InputPath: '$.detail.list[0]' }, '{"n":1}'],
    [
      'a template of JSON',
      {
        InputTransformer: {
          InputPathsMap: { list: '$.detail.list', name: '$.detail.name' },
          InputTemplate:
            '{"list":<list>,"name":<name>,"text":"Hi <name> in <aws.events.rule-name>"}',
        },
      },
      '{"list":[{"n":1}],"name":"a \\"b\\"","text":"Hi a \\"b\\" in shaped"}',
    ],
  ])('is %s', async (_what, target, body) => {
    expect(await bodyFor(target)).toBe(body);
  });
});
