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

/**
 * Runs a function every few minutes. A run that fails is tried twice more beside the next ones, which
 * do its work too; only what fails for minutes is parked.
 */
export class Clockwork extends Construct {
  constructor(scope: Construct, id: string, { lambda, everyMinutes, parked }: ClockworkProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(Duration.minutes(everyMinutes)),
      targets: [new LambdaFunction(lambda, { deadLetterQueue: parked })],
    });
    new EventInvokeConfig(this, 'Invocation', {
      function: lambda,
      retryAttempts: 2,
      onFailure: new SqsDestination(parked),
    });
  }
}
