import { randomUUID } from 'node:crypto';
import { functionEnvironment, type RuntimeEnvironment } from './function-environment.ts';
import type { FunctionLog } from './function-log.ts';
import { type Instance, type InstanceOptions, startInstance } from './instance.ts';
import type { InstanceRegistry } from './instance-registry.ts';
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
  readonly stop: () => Promise<void>;
}

export interface RunnerOptions {
  readonly environment: RuntimeEnvironment;
  readonly log: FunctionLog;
  readonly registry: InstanceRegistry;
  /** Beyond it calls wait, where AWS would start more instances: a laptop has few processors. */
  readonly maxInstances: number;
}

export function createFunctionRunner(fn: LambdaFunction, options: RunnerOptions): FunctionRunner {
  const pool = createPool(
    options.maxInstances,
    () => {
      const instance = startInstance(fn, instanceOptions(fn, options));
      options.registry.add(instance);
      return instance;
    },
    options.registry.remove,
  );
  return {
    fn,
    async invoke(event, { requestId = randomUUID(), gatewayRequestId } = {}) {
      const instance = await pool.acquire();
      const invocation = { requestId, functionName: fn.name, gatewayRequestId };
      const outcome = await instance.invoke(invocation, JSON.stringify(event));
      pool.release(instance);
      if (outcome.functionError) options.log.write(fn.name, `${outcome.payload}\n`);
      return outcome;
    },
    stop: pool.stop,
  };
}

function createPool(limit: number, start: () => Instance, onGone: (instance: Instance) => void) {
  const instances = new Set<Instance>();
  const idle: Instance[] = [];
  const queue: ((instance: Instance) => void)[] = [];
  const startOne = (): Instance => {
    const instance = start();
    instances.add(instance);
    return instance;
  };
  const forget = (instance: Instance): void => {
    instances.delete(instance);
    onGone(instance);
  };
  return {
    async acquire(): Promise<Instance> {
      for (let warm = idle.pop(); warm; warm = idle.pop()) {
        if (warm.alive()) return warm;
        forget(warm);
      }
      if (instances.size < limit) return startOne();
      return new Promise((resolve) => queue.push(resolve));
    },
    release(instance: Instance): void {
      if (!instance.alive()) forget(instance);
      const next = queue.shift();
      if (next) next(instance.alive() ? instance : startOne());
      else if (instance.alive()) idle.push(instance);
    },
    async stop(): Promise<void> {
      await Promise.all([...instances].map((instance) => instance.kill()));
      instances.clear();
    },
  };
}

function instanceOptions(fn: LambdaFunction, { environment, log }: RunnerOptions): InstanceOptions {
  const id = randomUUID().replaceAll('-', '').toUpperCase();
  const names = {
    accessKeyId: `ASIA${id.slice(0, 16)}`,
    logStreamName: `2026/01/01/[$LATEST]${id.toLowerCase()}`,
  };
  return {
    ...names,
    environment: functionEnvironment(fn, environment, names),
    log: (text) => log.write(fn.name, text),
  };
}
