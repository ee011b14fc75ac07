import { setTimeout as sleep } from 'node:timers/promises';
import type { RuleTarget } from './rule-properties.ts';

/** Text attributes of a queue message. */
type MessageAttributes = Readonly<Record<string, string>>;

export interface TargetPorts {
  deliverToQueue(
    queueArn: string,
    body: string,
    options?: { readonly attributes?: MessageAttributes },
  ): void | Promise<void>;
  /** Resolves once the function took the event; what becomes of it is the function's own retry. */
  invokeFunction(functionArn: string, event: unknown): void | Promise<void>;
}

export interface Delivery {
  readonly target: RuleTarget;
  readonly ruleArn: string;
  readonly body: string;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Delivers once. If that failed, the answer goes on until the target takes it, the retry policy is
 * exhausted (then the dead-letter queue gets it, with EventBridge's attributes) or we stop.
 */
export async function deliver(
  ports: TargetPorts,
  delivery: Delivery,
): Promise<((stopped: AbortSignal) => Promise<void>) | undefined> {
  const failure = await tryOnce(ports, delivery);
  return failure === undefined ? undefined : (stopped) => retry(ports, delivery, failure, stopped);
}

async function retry(
  ports: TargetPorts,
  delivery: Delivery,
  firstFailure: string,
  stopped: AbortSignal,
): Promise<void> {
  const policy = delivery.target.RetryPolicy;
  const giveUpAt = Date.now() + policy.MaximumEventAgeInSeconds * 1000;
  let failure: string | undefined = firstFailure;
  for (let attempt = 0; !stopped.aborted; attempt += 1) {
    const end = exhausted(attempt >= policy.MaximumRetryAttempts, Date.now() >= giveUpAt);
    if (end) return bury(ports, delivery, { failure, end, attempt });
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {});
    failure = await tryOnce(ports, delivery);
    if (failure === undefined) return;
  }
}

/** What went wrong, or undefined. */
async function tryOnce(
  ports: TargetPorts,
  { target, body }: Delivery,
): Promise<string | undefined> {
  try {
    if (target.Arn.startsWith('arn:aws:sqs:')) await ports.deliverToQueue(target.Arn, body);
    else await ports.invokeFunction(target.Arn, JSON.parse(body));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const exhausted = (attempts: boolean, age: boolean) =>
  attempts ? 'MaximumRetryAttempts' : age && 'MaximumEventAgeInSeconds';

async function bury(
  ports: TargetPorts,
  { target, ruleArn, body }: Delivery,
  reason: { readonly failure: string; readonly end: string; readonly attempt: number },
): Promise<void> {
  if (!target.DeadLetterConfig) return;
  const attributes = {
    RULE_ARN: ruleArn,
    TARGET_ARN: target.Arn,
    ERROR_CODE: 'SDK_CLIENT_ERROR',
    ERROR_MESSAGE: reason.failure,
    EXHAUSTED_RETRY_CONDITION: reason.end,
    RETRY_ATTEMPTS: String(reason.attempt),
  };
  await ports.deliverToQueue(target.DeadLetterConfig.Arn, body, { attributes });
}
