import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { WorkQueue } from './work-queue.ts';

export interface RoutedEventsProps {
  /** @default the account's default bus, where AWS services report */
  readonly bus?: IEventBus;
  readonly pattern: EventPattern;
  readonly to: WorkQueue;
}

/** Bus → rule → queue; what cannot be handed over is parked beside what could not be handled. */
export class RoutedEvents extends Construct {
  constructor(scope: Construct, id: string, { bus, pattern, to }: RoutedEventsProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: pattern,
      targets: [new SqsQueue(to.queue, { deadLetterQueue: to.parked })],
    });
  }
}
