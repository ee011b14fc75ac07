import { createFunctionRunner, type InvokeOptions, type RunnerOptions } from './function-runner.ts';
import type { Instance } from './instance.ts';
import type { Outcome } from './invocation.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Every function of the template. */
export interface LambdaService {
  /** Calls and waits. @param name its name or ARN @throws Error for an unknown function */
  readonly invoke: (name: string, event: unknown, options?: InvokeOptions) => Promise<Outcome>;
  readonly functionNamed: (name: string) => LambdaFunction;
  /** The instance that signs with a key: whose SDK call is this? */
  readonly instanceWithKey: (accessKeyId: string) => Instance | undefined;
  readonly stop: () => Promise<void>;
}

export function createLambdaService(
  functions: readonly LambdaFunction[],
  options: RunnerOptions,
): LambdaService {
  const all = functions.map((fn) => createFunctionRunner(fn, options));
  const runners = new Map(all.map((runner) => [runner.fn.name, runner]));
  const runnerOf = (name: string) => {
    const runner = runners.get(name.split(':function:').at(-1) ?? name);
    if (!runner) throw new Error(`Function not found: ${name}`);
    return runner;
  };
  return {
    invoke: (name, event, invokeOptions) => runnerOf(name).invoke(event, invokeOptions),
    functionNamed: (name) => runnerOf(name).fn,
    instanceWithKey: (key) =>
      all.map((runner) => runner.instanceWithKey(key)).find((instance) => instance !== undefined),
    stop: async () => {
      await Promise.all(all.map((runner) => runner.stop()));
    },
  };
}
