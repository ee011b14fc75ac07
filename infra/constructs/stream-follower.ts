import { Duration } from 'aws-cdk-lib';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

export interface StreamFollowerProps {
  readonly streamArn: string;
  readonly lambda: IFunction;
  /** It sees only items new in the table whose `entity` attribute is this. */
  readonly entity: string;
  readonly batchSize: number;
  /** What it means when it falls behind, and what to do then. */
  readonly lagMeans: string;
  readonly runbook: string;
  /** Where a reference to the records goes that were given up. */
  readonly parked: IQueue;
  readonly alarms: ITopic | undefined;
}

/** How long a record may wait before somebody is told. */
const LAG_LIMIT = Duration.minutes(5);

/** Table stream → function. One bad record is cut out of its batch and parked; the rest go on. */
export class StreamFollower extends Construct {
  constructor(scope: Construct, id: string, props: StreamFollowerProps) {
    super(scope, id);
    new EventSourceMapping(this, 'Mapping', {
      target: props.lambda,
      eventSourceArn: props.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: props.batchSize,
      filters: [newItemsOf(props.entity)],
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(12),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(props.parked),
    });
    new RunbookAlarm(this, 'Lag', {
      metric: props.lambda.metric('IteratorAge', {
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      above: LAG_LIMIT.toMilliseconds(),
      periods: 2,
      sentence: `Changes wait more than ${LAG_LIMIT.toMinutes()} minutes in the stream: ${props.lagMeans}.`,
      runbook: props.runbook,
      topic: props.alarms,
    });
  }
}

const newItemsOf = (entity: string) =>
  FilterCriteria.filter({
    eventName: FilterRule.isEqual('INSERT'),
    dynamodb: { NewImage: { entity: { S: FilterRule.isEqual(entity) } } },
  });
