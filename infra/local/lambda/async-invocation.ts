import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from './invocation.ts';
import type { LambdaFunction } from './lambda-function.ts';
import type { LambdaService } from './lambda-service.ts';

/** How a function's failed asynchronous events end (`EventInvokeConfig` and `DeadLetterConfig`). */
export interface AsyncSettings {
  readonly maxRetries: number;
  readonly onFailureArn?: string;
  readonly onSuccessArn?: string;
  readonly deadLetterArn?: string;
}

export interface AsyncInvokerDeps {
  readonly lambda: Pick<LambdaService, 'invoke' | 'functionNamed'>;
  readonly settingsOf: (fn: LambdaFunction) => AsyncSettings;
  readonly sendToQueue: (queueArn: string, body: string) => Promise<void>;
  /** Before the first and the second retry. AWS waits one and two minutes. */
  readonly retryDelaysMs: readonly number[];
}

export interface AsyncInvoker {
  /** Accepts the event at once; ends when it was handled, parked or given up. */
  readonly invoke: (name: string, event: unknown) => Promise<void>;
}

/** Lambda's `InvocationType: Event`: two more attempts, then the destination or the dead letters. */
export const createAsyncInvoker = (deps: AsyncInvokerDeps): AsyncInvoker => ({
  async invoke(name, event) {
    const fn = deps.lambda.functionNamed(name);
    const settings = deps.settingsOf(fn);
    const requestId = randomUUID();
    const { outcome, attempts } = await attempt(deps, fn.name, event, { requestId, settings });
    const record = () =>
      destinationRecord({ requestId, functionArn: fn.arn, event, outcome, attempts });
    if (!outcome.functionError) {
      if (settings.onSuccessArn) await deps.sendToQueue(settings.onSuccessArn, record());
      return;
    }
    if (settings.onFailureArn) await deps.sendToQueue(settings.onFailureArn, record());
    if (settings.deadLetterArn)
      await deps.sendToQueue(settings.deadLetterArn, JSON.stringify(event));
  },
});

async function attempt(
  deps: AsyncInvokerDeps,
  name: string,
  event: unknown,
  { requestId, settings }: { readonly requestId: string; readonly settings: AsyncSettings },
): Promise<{ outcome: Outcome; attempts: number }> {
  for (let attempts = 1; ; attempts++) {
    const outcome = await deps.lambda.invoke(name, event, { requestId });
    if (!outcome.functionError || attempts > settings.maxRetries) return { outcome, attempts };
    await sleep(deps.retryDelaysMs[attempts - 1] ?? deps.retryDelaysMs.at(-1));
  }
}

/** The invocation record that a destination receives. */
function destinationRecord(done: {
  readonly requestId: string;
  readonly functionArn: string;
  readonly event: unknown;
  readonly outcome: Outcome;
  readonly attempts: number;
}): string {
  const { requestId, functionArn, event, outcome, attempts } = done;
  const failure = outcome.functionError;
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId,
      functionArn: `${functionArn}:$LATEST`,
      condition: failure ? 'RetriesExhausted' : 'Success',
      approximateInvokeCount: attempts,
    },
    requestPayload: event,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(failure && { functionError: failure }),
    },
    responsePayload: JSON.parse(outcome.payload),
  });
}
