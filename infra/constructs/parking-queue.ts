import { Duration, Validations } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface ParkingQueueProps {
  /** What it means when something is parked: the sentence of its alarm. */
  readonly parkedMeans: string;
  readonly alarms?: ITopic;
}

/** Where work goes that was given up, kept for two weeks and rung about. */
export class ParkingQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { parkedMeans, alarms }: ParkingQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'This is a dead-letter queue; what lies here waits for a person, not for another queue.',
    });
    new RunbookAlarm(this, 'NotEmpty', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      above: 0,
      sentence: parkedMeans,
      runbook: 'dead-letters',
      topic: alarms,
    });
  }
}
