import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { events } from '#functions/queue/notifier/contract.ts';
import { QUEUE_NAMES, QUEUES } from '#infra/catalogue/queues.ts';
import { idIn, ofType, type Placed, synthesize } from './synthesized.ts';

let resources: readonly Placed[];
let queues: readonly Placed[];
beforeAll(async () => {
  resources = await synthesize();
  queues = ofType(resources, 'AWS::SQS::Queue');
});

const isParking = ({ logicalId }: Placed): boolean => logicalId.includes('Parked');

describe('queues', () => {
  it('park what they give up, each in a queue of its own', () => {
    const working = queues.filter((queue) => !isParking(queue));
    expect(working).toHaveLength(QUEUE_NAMES.length);
    const parkings = working.map(({ Properties }) => idIn(Properties['RedrivePolicy']));
    for (const parking of parkings) expect(parking).toMatch(/deadLetterTargetArn.*Parked/);
    expect(new Set(parkings).size).toBe(working.length);
  });

  it('keep messages for two weeks and hide them six times as long as their function may run', () => {
    for (const { Properties } of queues)
      expect(Properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 60 * 60 });
    for (const name of QUEUE_NAMES) {
      const queue = queues.find((one) =>
        one.logicalId.startsWith(`${name.replaceAll('-', '')}Queue`),
      );
      expect(queue?.Properties).toMatchObject({
        VisibilityTimeout: 6 * QUEUES[name].handlingSeconds,
      });
    }
  });

  it('take nothing that comes unencrypted', () => {
    const policies = ofType(resources, 'AWS::SQS::QueuePolicy').map(({ Properties }) =>
      JSON.stringify(Properties),
    );
    expect(policies).toHaveLength(queues.length);
    for (const policy of policies) expect(policy).toContain('aws:SecureTransport');
  });

  it('have somebody told when something was parked', () => {
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(({ Properties }) =>
      idIn(Properties),
    );
    for (const { logicalId } of queues.filter(isParking))
      expect(alarms.filter((alarm) => alarm.includes(logicalId))).toHaveLength(1);
  });
});

describe('alarms', () => {
  it('say in a sentence what they mean and name a runbook that exists', () => {
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
    expect(alarms).not.toEqual([]);
    for (const { Properties } of alarms) {
      const text = String(Properties['AlarmDescription']);
      expect(text).toMatch(/^[A-Z].{20,}\. Runbook: docs\/runbooks\/[a-z-]+\.md$/);
      expect(existsSync(/docs\/\S+/.exec(text)?.[0] ?? '')).toBe(true);
    }
  });
});

describe('events', () => {
  it('are archived for two weeks', () => {
    const [archive] = ofType(resources, 'AWS::Events::Archive');
    expect(archive?.Properties).toMatchObject({ RetentionDays: 14 });
  });

  it('reach the notifier by the names of their contracts', () => {
    const rules = ofType(resources, 'AWS::Events::Rule');
    const rule = rules.find(({ logicalId }) => logicalId.startsWith('notifier'));
    expect(rule?.Properties['EventPattern']).toEqual({
      source: ['onboarding'],
      'detail-type': events.map(({ name }) => name),
    });
  });

  it('of objects come from the default bus, and only those of documents', () => {
    const rules = ofType(resources, 'AWS::Events::Rule');
    const rule = rules.find(({ logicalId }) => logicalId.startsWith('embeddingingest'));
    expect(rule?.Properties).not.toHaveProperty('EventBusName');
    expect(rule?.Properties['EventPattern']).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created', 'Object Deleted'],
      detail: { object: { key: [{ wildcard: 'tenants/*/knowledge/*' }] } },
    });
  });

  it('that cannot be handed to a target are parked', () => {
    const targets = ofType(resources, 'AWS::Events::Rule').flatMap(
      ({ Properties }) => Properties['Targets'],
    );
    expect(targets).not.toEqual([]);
    for (const target of targets) expect(target).toHaveProperty('DeadLetterConfig');
  });
});
