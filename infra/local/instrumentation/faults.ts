import { isFunctionNamed } from '../lambda/function-name.ts';
import type { SdkCall, ServiceName } from './sdk-call.ts';

/** Which calls a fault strikes. What is not said matches all. */
interface FaultTarget {
  /** The function's name or the end of it, such as `http/start`. */
  readonly function?: string;
  readonly service?: ServiceName;
  readonly operation?: string;
  /** The first matching call that is struck, counted from 1 since it was armed. @default 1 */
  readonly nth?: number;
  /** How many are struck from there on. @default 1 */
  readonly times?: number;
}

/** Before the call reaches the service, or after it took effect and before the caller knows. */
export type Moment = 'before' | 'after';

export type Effect =
  | { readonly kind: 'throttle' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop'; readonly when: Moment }
  | { readonly kind: 'crash'; readonly when: Moment };

interface ArmedFault {
  /** How often it struck. */
  readonly fired: () => number;
  /** How many calls it could have struck. */
  readonly seen: () => number;
}

/** Failures that tests order in advance. Each lasts until it has struck `times` times, or `clear`. */
export interface Faults {
  /** The service refuses: too many requests. */
  readonly throttle: (target: FaultTarget) => ArmedFault;
  /** DynamoDB cancels because another transaction holds an item. */
  readonly conflict: (target: FaultTarget) => ArmedFault;
  /** The service gets the request twice; the caller sees the second answer. */
  readonly duplicate: (target: FaultTarget) => ArmedFault;
  readonly delay: (target: FaultTarget & { readonly ms: number }) => ArmedFault;
  /** The connection breaks. */
  readonly drop: (target: FaultTarget & { readonly when: Moment }) => ArmedFault;
  /** The instance that calls is killed. */
  readonly crash: (target: FaultTarget & { readonly when: Moment }) => ArmedFault;
  readonly clear: () => void;
}

export interface FaultInjector {
  readonly faults: Faults;
  readonly effectsOn: (call: SdkCall) => readonly Effect[];
}

export function createFaultInjector(): FaultInjector {
  let armed: ReturnType<typeof arm>[] = [];
  const add = (target: FaultTarget, effect: Effect): ArmedFault => {
    const fault = arm(target, effect);
    armed.push(fault);
    return fault;
  };
  return {
    effectsOn: (call) => armed.flatMap((fault) => fault.strike(call)),
    faults: {
      throttle: (target) => add(target, { kind: 'throttle' }),
      conflict: (target) => add(target, { kind: 'conflict' }),
      duplicate: (target) => add(target, { kind: 'duplicate' }),
      delay: ({ ms, ...target }) => add(target, { kind: 'delay', ms }),
      drop: ({ when, ...target }) => add(target, { kind: 'drop', when }),
      crash: ({ when, ...target }) => add(target, { kind: 'crash', when }),
      clear: () => {
        armed = [];
      },
    },
  };
}

function arm(target: FaultTarget, effect: Effect) {
  const { nth = 1, times = 1 } = target;
  let seen = 0;
  let fired = 0;
  return {
    seen: () => seen,
    fired: () => fired,
    strike(call: SdkCall): Effect[] {
      if (!matches(target, call)) return [];
      seen++;
      if (seen < nth || seen >= nth + times) return [];
      fired++;
      return [effect];
    },
  };
}

function matches(target: FaultTarget, call: SdkCall): boolean {
  const { function: name, service, operation } = target;
  if (name !== undefined && !isFunctionNamed(call.functionName ?? '', name)) return false;
  if (service !== undefined && service !== call.service) return false;
  return operation === undefined || operation === call.operation;
}
