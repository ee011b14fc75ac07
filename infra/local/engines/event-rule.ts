import type { BusEvent } from './bus-event.ts';
import { compilePattern } from './event-pattern.ts';
import { type LocalIdentity, localArn } from './local-identity.ts';
import { type RuleProperties, readRuleProperties } from './rule-properties.ts';
import { parseSchedule, type Schedule } from './schedule.ts';
import type { Delivery } from './target-delivery.ts';
import { createTargetInput } from './target-input.ts';

export interface EventRule {
  readonly ruleName: string;
  readonly ruleArn: string;
  readonly busName: string;
  readonly schedule: Schedule | undefined;
  wants(event: BusEvent): boolean;
  /** One per target. */
  deliveries(event: BusEvent): readonly Delivery[];
}

/** @throws Error for a property, pattern, schedule, path or target that is not supported */
export function createEventRule(
  identity: LocalIdentity,
  ruleName: string,
  properties: unknown,
): EventRule {
  const rule = readRuleProperties(properties);
  const busName = rule.EventBusName.split('event-bus/').at(-1) ?? 'default';
  const onBus = busName === 'default' ? '' : `${busName}/`;
  const ruleArn = localArn(identity, 'events', `rule/${onBus}${ruleName}`);
  const enabled = rule.State === 'ENABLED';
  const matches = rule.EventPattern ? compilePattern(rule.EventPattern) : () => false;
  const targets = rule.Targets.map((target) => ({
    target,
    inputOf: createTargetInput(target, { ruleArn, ruleName }),
  }));
  return {
    ruleName,
    ruleArn,
    busName,
    schedule: enabled ? scheduleOf(rule, busName) : undefined,
    wants: (event) => enabled && matches(event),
    deliveries: (event) =>
      targets.map(({ target, inputOf }) => ({ target, ruleArn, body: inputOf(event) })),
  };
}

function scheduleOf({ ScheduleExpression: expression }: RuleProperties, busName: string) {
  if (!expression) return undefined;
  if (busName !== 'default') {
    throw new Error('ScheduleExpression is supported only on the default event bus.');
  }
  return parseSchedule(expression);
}
