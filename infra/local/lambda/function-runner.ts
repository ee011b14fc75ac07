import { randomUUID } from 'node:crypto';
import { functionEnvironment, type RuntimeEnvironment } from './function-environment.ts';
import type { FunctionLog } from './function-log.ts';
import { type Instance, startInstance } from './instance.ts';
import type { Outcome } from './invocation.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** What a call of a function may carry besides its event. */
export interface InvokeOptions {
  readonly gatewayRequestId?: string;
  /** The same for every attempt of one asynchronous call. @default a new one */
  readonly requestId?: string;
}

/** All instances of one function: warm ones are used again, new ones started up to the limit. */
export interface FunctionRunner {
  readonly fn: LambdaFunction;
  readonly invoke: (event: unknown, options?: InvokeOptions) => Promise<Outcome>;
  readonly instanceWithKey: (accessKeyId: string) => Instance | undefined;
  readonly stop: () => Promise<void>;
}

export interface RunnerOptions {
  readonly environment: RuntimeEnvironment;
  readonly log: FunctionLog;
  /** Beyond it calls wait, where AWS would start more instances: a laptop has few processors. */
  readonly maxInstances: number;
}

export function createFunctionRunner(fn: LambdaFunction, options: RunnerOptions): FunctionRunner {
  const instances = new Set<Instance>();
  const idle: Instance[] = [];
  const queue: ((instance: Instance) => void)[] = [];

  function start(): Instance {
    const instance = startInstance(fn, instanceOptions(fn, options));
    instances.add(instance);
    return instance;
  }

  async function acquire(): Promise<Instance> {
    for (let warm = idle.pop(); warm; warm = idle.pop()) {
      if (warm.alive()) return warm;
      instances.delete(warm);
    }
    if (instances.size < options.maxInstances) return start();
    return new Promise((resolve) => queue.push(resolve));
  }

  function release(instance: Instance): void {
    if (!instance.alive()) instances.delete(instance);
    const next = queue.shift();
    if (next) next(instance.alive() ? instance : start());
    else if (instance.alive()) idle.push(instance);
  }

  return {
    fn,
    async invoke(event, { requestId = randomUUID(), gatewayRequestId } = {}) {
      const instance = await acquire();
      const invocation = { requestId, functionName: fn.name, gatewayRequestId };
      const outcome = await instance.invoke(invocation, JSON.stringify(event));
      release(instance);
      if (outcome.functionError) options.log.write(fn.name, `${outcome.payload}\n`);
      return outcome;
    },
    instanceWithKey: (key) => [...instances].find(({ accessKeyId }) => accessKeyId === key),
    stop: async () => {
      await Promise.all([...instances].map((instance) => instance.kill()));
      instances.clear();
    },
  };
}

function instanceOptions(fn: LambdaFunction, { environment, log }: RunnerOptions) {
  const id = randomUUID().replaceAll('-', '').toUpperCase();
  const names = {
    accessKeyId: `ASIA${id.slice(0, 16)}`,
    logStreamName: `2026/01/01/[$LATEST]${id.toLowerCase()}`,
  };
  return {
    ...names,
    environment: functionEnvironment(fn, environment, names),
    log: (text: string) => log.write(fn.name, text),
  };
}
