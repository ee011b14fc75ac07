import type { Route } from '#shared/http/route.ts';
import type { BundledFunction } from '../bundling/bundled-function.ts';
import type { Access } from './access.ts';
import type { QueueName } from './queues.ts';
import type { VariableName } from './variables.ts';

interface SpecBase<Trigger extends string> extends BundledFunction {
  readonly trigger: Trigger;
  readonly folder: `${Trigger}/${string}`;
  readonly memoryMb: 512 | 768 | 1024 | 2048;
  /** From the function's `env.ts`, by `variablesOf`. */
  readonly variables: readonly VariableName[];
  readonly access: Access;
  /** Embeds texts in the joined local space, where that is configured. */
  readonly encodesSentences?: true;
}

export interface HttpFunctionSpec extends SpecBase<'http'> {
  readonly timeoutSeconds: number;
  /** From the function's `contract.ts`. */
  readonly routes: readonly Route[];
  /** Answers whatever no route matches, and preflights. */
  readonly catchAll?: true;
}

export interface QueueFunctionSpec extends SpecBase<'queue'> {
  /** Its timeout is the queue's `handlingSeconds`. */
  readonly queue: QueueName;
  readonly batchSize: number;
  /** How many run at once: the queue waits, other functions keep their share of the account. */
  readonly maxConcurrency: number;
}

/** Follows the table's stream, seeing only the items it is made for. */
export interface StreamFunctionSpec extends SpecBase<'stream'> {
  readonly timeoutSeconds: number;
  /** Value of the items' `entity` attribute. */
  readonly entity: string;
  readonly batchSize: number;
  /** What it means when it falls behind, for somebody who was just woken. */
  readonly lagMeans: string;
  /** Page below `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

export interface ScheduleFunctionSpec extends SpecBase<'schedule'> {
  readonly timeoutSeconds: number;
  readonly everyMinutes: number;
  /** Metrics it emits that somebody must hear of. */
  readonly alarms?: readonly MetricAlarm[];
}

/** A metric in the product's namespace, and when it means trouble. */
interface MetricAlarm {
  readonly metric: string;
  readonly above: number;
  /** What it means, for somebody who was just woken. */
  readonly sentence: string;
  /** Page below `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

/** Invoked by the user pool before it issues a token. */
interface SignInFunctionSpec extends SpecBase<'trigger'> {
  readonly timeoutSeconds: number;
}

export type FunctionSpec =
  | HttpFunctionSpec
  | QueueFunctionSpec
  | StreamFunctionSpec
  | ScheduleFunctionSpec
  | SignInFunctionSpec;
