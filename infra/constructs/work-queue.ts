import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ParkingQueue } from './parking-queue.ts';

export interface WorkQueueProps {
  readonly handlingSeconds: number;
  readonly maxReceiveCount: number;
  readonly parkedMeans: string;
  readonly alarms?: ITopic;
}

/** A queue with the parking queue that every one must have. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly parked: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.parked = new ParkingQueue(this, 'Parked', props).queue;
    this.queue = new Queue(this, 'Queue', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(6 * props.handlingSeconds),
      deadLetterQueue: { queue: this.parked, maxReceiveCount: props.maxReceiveCount },
    });
  }
}
