import type { LocalEventBridge } from '../engines/event-bridge.ts';
import { objectEvent } from '../engines/object-event.ts';
import type { QueuesAndBuckets } from '../engines/queues-and-buckets.ts';
import { eventBusKind } from '../template/kinds/event-bus.ts';
import { eventRuleKind } from '../template/kinds/event-rule.ts';
import type { Resources } from '../template/resources.ts';

export interface EventsDeployment {
  readonly resources: Resources;
  readonly bridge: LocalEventBridge;
  readonly stores: QueuesAndBuckets;
  /** Whether scheduled rules run on their own. */
  readonly schedules: boolean;
  readonly accountId: string;
  /** Throws for a function that does not exist. */
  readonly requireFunction: (functionArn: string) => unknown;
}

/** Buses and rules of the templates; objects report to the default bus as on AWS. */
export function deployEvents({
  resources,
  bridge,
  stores,
  schedules,
  accountId,
  requireFunction,
}: EventsDeployment): void {
  for (const { ref } of resources.all(eventBusKind)) bridge.addBus(ref);
  for (const { ref, properties } of resources.all(eventRuleKind)) {
    const functions = properties.Targets.filter(({ Arn }) => Arn.includes(':lambda:'));
    for (const { Arn } of functions) requireFunction(Arn);
    const idle = properties.ScheduleExpression !== undefined && !schedules;
    bridge.addRule(ref, idle ? { ...properties, State: 'DISABLED' } : properties);
  }
  stores.onObjectEvent((change) => void bridge.putServiceEvent(objectEvent(change, accountId)));
}
