import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface QueueWorkerProps {
  readonly queue: IQueue;
  readonly lambda: IFunction;
  readonly batchSize: number;
  readonly maxConcurrency: number;
}

/** Queue → function: failures are reported per message, and the queue waits rather than crowds out. */
export class QueueWorker extends Construct {
  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    new EventSourceMapping(this, 'Mapping', {
      target: props.lambda,
      eventSourceArn: props.queue.queueArn,
      batchSize: props.batchSize,
      maxConcurrency: props.maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
