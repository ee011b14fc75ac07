import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ClockworkProps {
  readonly lambda: IFunction;
  readonly everyMinutes: number;
  /** Where a run goes that failed. */
  readonly parked: IQueue;
}

/** Runs a function every few minutes. A failed run is not repeated: the next one does its work too. */
export class Clockwork extends Construct {
  constructor(scope: Construct, id: string, { lambda, everyMinutes, parked }: ClockworkProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(Duration.minutes(everyMinutes)),
      targets: [new LambdaFunction(lambda, { deadLetterQueue: parked, retryAttempts: 2 })],
    });
    new EventInvokeConfig(this, 'Invocation', {
      function: lambda,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(Math.max(1, everyMinutes)),
      onFailure: new SqsDestination(parked),
    });
  }
}
