import { join } from 'node:path';
import { asyncSettingsOf } from './deployment/async-settings.ts';
import { functionsOf } from './deployment/deploy-functions.ts';
import { operatorVariables } from './deployment/operator-variables.ts';
import { endpointVariables } from './endpoint-variables.ts';
import type { Foundation } from './foundation.ts';
import { type AsyncInvoker, createAsyncInvoker } from './lambda/async-invocation.ts';
import { bufferedLog, type FunctionLog, fileLog } from './lambda/function-log.ts';
import { createLambdaService, type LambdaService } from './lambda/lambda-service.ts';
import { showErrors } from './lambda/show-errors.ts';
import type { LocalCloudOptions } from './local-cloud-options.ts';
import type { Activity } from './quiet/activity.ts';

/** The functions of the template, callable. */
export interface Compute {
  readonly lambda: LambdaService;
  readonly asyncInvoker: AsyncInvoker;
  readonly log: FunctionLog;
}

const DEFAULT_RETRY_DELAYS_MS = [1_000, 2_000];

export function startCompute(
  { resources, assembly, identity, instruments, registry, engines, frontDoor }: Foundation,
  options: LocalCloudOptions,
  activity: Activity,
): Compute {
  const log = openLog(options);
  // The console is wherever the front door is.
  const variables = { CONSOLE_URL: frontDoor.url, ...operatorVariables(options.environment ?? {}) };
  const service = createLambdaService(functionsOf(resources, assembly, variables), {
    environment: { identity, endpointVariables: endpointVariables(instruments.endpointOf) },
    log,
    registry,
    maxInstances: options.maxInstances ?? 8,
  });
  const lambda: LambdaService = {
    ...service,
    invoke: (...call) => activity.during(() => service.invoke(...call)),
  };
  const invoker = createAsyncInvoker({
    lambda,
    settingsOf: asyncSettingsOf(resources),
    sendToQueue: async (queueArn, body) => engines.stores.send(queueArn, body),
    retryDelaysMs: options.asyncRetryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS,
  });
  const asyncInvoker: AsyncInvoker = {
    invoke: (name, event) => activity.during(() => invoker.invoke(name, event)),
  };
  return { lambda, asyncInvoker, log };
}

function openLog({ stateFolder, onError }: LocalCloudOptions): FunctionLog {
  const log = stateFolder ? fileLog(join(stateFolder, 'logs')) : bufferedLog();
  return onError ? showErrors(log, onError) : log;
}
