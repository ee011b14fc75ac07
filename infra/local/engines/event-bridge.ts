import type { Clock } from '#shared/runtime/clock.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { type BusEntry, type BusEvent, busEvent } from './bus-event.ts';
import { complain } from './complaint.ts';
import { type DeliveryFaults, noDeliveryFaults } from './delivery-faults.ts';
import { createEventRule, type EventRule } from './event-rule.ts';
import { type LocalIdentity, localArn } from './local-identity.ts';
import { type EntryResult, type PutEventsEntry, readEntry } from './put-events.ts';
import { startScheduleTimer } from './schedule-timer.ts';
import { deliver, type TargetPorts } from './target-delivery.ts';

export interface EventBridgeOptions extends TargetPorts {
  readonly identity: LocalIdentity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly faults?: DeliveryFaults;
}

export interface LocalEventBridge {
  /**
   * Puts entries on their buses; the rules' targets have them when it resolves, unless one failed:
   * that one is retried. An entry's refusal is in its result and does not affect the others.
   */
  putEvents(entries: readonly PutEventsEntry[]): Promise<readonly EntryResult[]>;
  /** Puts an event of an AWS service, such as S3, on the default bus. */
  putServiceEvent(entry: BusEntry): Promise<void>;
  /** Returns the ARN. The bus `default` is always there. */
  addBus(busName: string): string;
  /**
   * Adds a rule and starts its schedule. Returns the ARN.
   * @param properties of AWS::Events::Rule, intrinsics resolved
   * @throws Error for a property, pattern, schedule or target that is not supported
   */
  addRule(ruleName: string, properties: unknown): string;
  /** Fires a scheduled rule now. @throws Error: no such rule */
  fireSchedule(ruleName: string): Promise<void>;
  /** Resolves when no delivery waits for its retry. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** EventBridge: buses, rules with patterns and schedules, retries and dead letters. */
export function createEventBridge(options: EventBridgeOptions): LocalEventBridge {
  const { identity, clock, ids, faults = noDeliveryFaults } = options;
  const buses = new Set(['default']);
  const rules: EventRule[] = [];
  const timers: { stop(): void }[] = [];
  const retries = new Set<Promise<void>>();
  const stopped = new AbortController();

  const eventOf = (entry: BusEntry) =>
    busEvent(entry, { ...identity, id: ids.uuid(), now: clock.now() });
  const track = (retry: Promise<void>) => {
    const settled: Promise<void> = retry
      .catch((error) => complain('an event is dropped', error))
      .finally(() => retries.delete(settled));
    retries.add(settled);
  };
  const serve = async (rule: EventRule, event: BusEvent) => {
    for (const delivery of rule.deliveries(event)) {
      const retry = await deliver(options, delivery);
      if (retry) track(retry(stopped.signal));
    }
  };
  const publish = async (arrivals: readonly Arrival[]) => {
    for (const { busName, event } of faults.unordered(arrivals)) {
      const wanting = rules.filter((rule) => rule.busName === busName && rule.wants(event));
      for (const rule of wanting) await serve(rule, event);
    }
  };
  const fire = (rule: EventRule) => serve(rule, eventOf(scheduledEntry(rule.ruleArn)));

  return {
    async putEvents(entries) {
      const placed = entries.map((entry) => place(entry, buses, eventOf));
      await publish(placed.filter((entry) => 'event' in entry));
      return placed.map((entry) => ('event' in entry ? { EventId: entry.event.id } : entry));
    },
    putServiceEvent: (entry) => publish([{ busName: 'default', event: eventOf(entry) }]),
    addBus(busName) {
      buses.add(busName);
      return localArn(identity, 'events', `event-bus/${busName}`);
    },
    addRule(ruleName, properties) {
      const rule = createEventRule(identity, ruleName, properties);
      rules.push(rule);
      if (rule.schedule) {
        timers.push(startScheduleTimer(rule.schedule, clock, () => track(fire(rule))));
      }
      return rule.ruleArn;
    },
    async fireSchedule(ruleName) {
      const rule = rules.find((candidate) => candidate.ruleName === ruleName);
      if (!rule?.schedule) throw new Error(`There is no scheduled rule ${ruleName}.`);
      await fire(rule);
    },
    async idle() {
      while (retries.size > 0) await Promise.all(retries);
    },
    async stop() {
      for (const timer of timers) timer.stop();
      stopped.abort();
      await Promise.all(retries);
    },
  };
}

interface Arrival {
  readonly busName: string;
  readonly event: BusEvent;
}

function place(
  wire: PutEventsEntry,
  buses: ReadonlySet<string>,
  eventOf: (entry: BusEntry) => BusEvent,
): Arrival | Exclude<EntryResult, { readonly EventId: string }> {
  const entry = readEntry(wire);
  if ('ErrorCode' in entry) return entry;
  const busName = wire.EventBusName?.split('event-bus/').at(-1) ?? 'default';
  // AWS takes such an event and drops it; here the misspelt name is worth more than the likeness.
  if (!buses.has(busName)) {
    const ErrorMessage = `Event bus ${busName} does not exist.`;
    return { ErrorCode: 'ResourceNotFoundException', ErrorMessage };
  }
  return { busName, event: eventOf(entry) };
}

const scheduledEntry = (ruleArn: string): BusEntry => ({
  source: 'aws.events',
  detailType: 'Scheduled Event',
  resources: [ruleArn],
  detail: {},
});
