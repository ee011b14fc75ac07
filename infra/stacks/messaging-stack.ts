import { Stack, type StackProps } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '#events/contract.ts';
import { QUEUE_NAMES, QUEUES, type QueueName, type QueueSpec } from '../catalogue/queues.ts';
import type { EnvironmentConfig } from '../config/environment-config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { ArchivedBus } from '../constructs/archived-bus.ts';
import { EmailSender } from '../constructs/email-sender.ts';
import { RoutedEvents } from '../constructs/routed-events.ts';
import { WorkQueue } from '../constructs/work-queue.ts';

export interface MessagingStackProps extends StackProps {
  readonly config: EnvironmentConfig;
  readonly bucket: IBucket;
}

/** What work waits in between functions: the bus, the queues and their rules, the sender of mails. */
export class MessagingStack extends Stack {
  readonly bus: EventBus;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly emailIdentityArn: string;
  readonly alarms: ITopic | undefined;

  constructor(scope: Construct, id: string, props: MessagingStackProps) {
    super(scope, id, props);
    const { config, bucket } = props;
    this.alarms = config.alarmRecipient
      ? new AlarmTopic(this, 'Alarms', { recipient: config.alarmRecipient }).topic
      : undefined;
    this.bus = new ArchivedBus(this, 'Events', { archiveDays: config.eventArchiveDays }).bus;
    this.emailIdentityArn = new EmailSender(this, 'Sender', config.email).identityArn;
    this.queues = {
      notifier: this.#addQueue('notifier'),
      deliver: this.#addQueue('deliver'),
      'embedding-ingest': this.#addQueue('embedding-ingest'),
      'conversation-turn': this.#addQueue('conversation-turn'),
      'apply-changeset': this.#addQueue('apply-changeset'),
    };
    for (const name of QUEUE_NAMES) this.#routeInto(name, QUEUES[name], bucket);
  }

  #addQueue(name: QueueName): WorkQueue {
    return new WorkQueue(this, name, { ...QUEUES[name], alarms: this.alarms });
  }

  #routeInto(name: QueueName, { events, objects }: QueueSpec, bucket: IBucket): void {
    const to = this.queues[name];
    if (events)
      new RoutedEvents(this, `${name}-events`, {
        bus: this.bus,
        pattern: { source: [EVENT_SOURCE], detailType: events.map((event) => event.name) },
        to,
      });
    if (objects)
      new RoutedEvents(this, `${name}-objects`, { pattern: objectPattern(bucket, objects), to });
  }
}

const objectPattern = ({ bucketName }: IBucket, key: { readonly wildcard: string }) => ({
  source: ['aws.s3'],
  detailType: ['Object Created', 'Object Deleted'],
  detail: { bucket: { name: [bucketName] }, object: { key: [key] } },
});
