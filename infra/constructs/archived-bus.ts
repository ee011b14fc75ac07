import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '#events/contract.ts';

export interface ArchivedBusProps {
  readonly archiveDays: number;
}

/** The bus of domain events; what was on it can be played again for a while. */
export class ArchivedBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { archiveDays }: ArchivedBusProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus');
    this.bus.archive('Archive', {
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(archiveDays),
    });
  }
}
