import { isFunctionNamed } from './function-name.ts';
import { createFunctionRunner, type InvokeOptions, type RunnerOptions } from './function-runner.ts';
import type { Outcome } from './invocation.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Every function of the template. */
export interface LambdaService {
  /**
   * Calls and waits.
   * @param name its ARN, its name, or the end of its name such as `http/start`
   * @throws Error for a name that no function or more than one has
   */
  readonly invoke: (name: string, event: unknown, options?: InvokeOptions) => Promise<Outcome>;
  readonly functionNamed: (name: string) => LambdaFunction;
  readonly stop: () => Promise<void>;
}

export function createLambdaService(
  functions: readonly LambdaFunction[],
  options: RunnerOptions,
): LambdaService {
  const runners = functions.map((fn) => createFunctionRunner(fn, options));
  const runnerOf = (name: string) => {
    const exact = runners.find(({ fn }) => fn.arn === name || fn.name === name);
    const similar = runners.filter(({ fn }) => isFunctionNamed(fn.name, name));
    const runner = exact ?? similar[0];
    if (runner && (exact || similar.length === 1)) return runner;
    const known = functions.map((fn) => fn.name).join(', ');
    throw new Error(`${similar.length} functions are named ${name}; there are ${known}`);
  };
  return {
    invoke: async (name, event, invokeOptions) => runnerOf(name).invoke(event, invokeOptions),
    functionNamed: (name) => runnerOf(name).fn,
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}
