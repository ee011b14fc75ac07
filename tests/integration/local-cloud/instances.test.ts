import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { bufferedLog } from '#infra/local/lambda/function-log.ts';
import { createInstanceRegistry } from '#infra/local/lambda/instance-registry.ts';
import { createLambdaService } from '#infra/local/lambda/lambda-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'instances-'));
const log = bufferedLog();

/** A service with one function, whose bundle is this text. */
function serve(code: string, variables = {}) {
  const taskRoot = mkdtempSync(join(folder, 'task-'));
  writeFileSync(join(taskRoot, 'index.js'), code);
  const fn = {
    name: 'fn',
    arn: 'arn:aws:lambda:eu-central-1:000000000000:function:fn',
    taskRoot,
    handler: 'index.handler',
    timeoutSeconds: 1,
    memoryMb: 128,
    variables,
  };
  const environment = { identity: localIdentity('eu-central-1'), endpointVariables: {} };
  const registry = createInstanceRegistry();
  const service = createLambdaService([fn], { environment, log, registry, maxInstances: 3 });
  services.push(service);
  return async (event: unknown) => {
    const { payload, functionError } = await service.invoke('fn', event);
    return { result: JSON.parse(payload), functionError };
  };
}

const services: ReturnType<typeof createLambdaService>[] = [];

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(folder, { recursive: true, force: true });
});

describe('an instance of a function', () => {
  it('is warm the second time and takes one invocation at a time', async () => {
    const invoke = serve(`
      let count = 0, running = 0;
      exports.handler = async () => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { count: ++count, running: running-- };
      };`);
    expect((await invoke({})).result).toEqual({ count: 1, running: 1 });
    expect((await invoke({})).result).toEqual({ count: 2, running: 1 });
    const many = await Promise.all(Array.from({ length: 9 }, () => invoke({})));
    expect(many.every(({ result }) => result.running === 1)).toBe(true);
  });

  it('stands still between invocations, as on Lambda', async () => {
    const invoke = serve(`
      let ticks = 0;
      setInterval(() => ticks++, 1);
      exports.handler = async () => ticks;`);
    const before = (await invoke({})).result;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await invoke({})).result - before).toBeLessThan(5);
  });

  it('knows its variables, its name, its time and nothing of the developer', async () => {
    const invoke = serve(
      `exports.handler = async (event, context) => ({
        event, env: process.env, left: context.getRemainingTimeInMillis(), id: context.awsRequestId,
      });`,
      { TABLE_NAME: 'table' },
    );
    const { result } = await invoke({ a: 1 });
    expect(result).toMatchObject({
      event: { a: 1 },
      env: { TABLE_NAME: 'table', AWS_REGION: 'eu-central-1', AWS_LAMBDA_FUNCTION_NAME: 'fn' },
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(result.left).toBeGreaterThan(900);
    expect(result.env).not.toHaveProperty('HOME');
  });

  it.each([
    ['throws', 'throw new TypeError("wrong")', 'TypeError'],
    [
      'takes too long',
      'await new Promise((resolve) => setTimeout(resolve, 5000))',
      'Sandbox.Timedout',
    ],
    ['blocks the thread', 'for (;;);', 'Sandbox.Timedout'],
    ['exits', 'process.exit(1)', 'Runtime.ExitError'],
    ['waits for nothing', 'await new Promise(() => {})', 'Runtime.ExitError'],
    ['answers too much', 'return "x".repeat(7e6)', 'Function.ResponseSizeTooLarge'],
    ['asks for a package outside its bundle', 'require("zod")', 'Error'],
  ])('that %s fails as on Lambda, and the next call works', async (_what, code, errorType) => {
    const invoke = serve(
      `exports.handler = async (bad) => { if (bad) { ${code} } return 'fine' };`,
    );
    expect(await invoke(true)).toMatchObject({ functionError: 'Unhandled', result: { errorType } });
    expect(await invoke(false)).toMatchObject({ result: 'fine' });
  });

  it.each([
    ['a bundle that does not load', 'throw new RangeError("no")', 'RangeError'],
    ['a handler that is missing', '', 'Runtime.HandlerNotFound'],
    [
      'a handler with a callback',
      'exports.handler = (a, b, c) => c()',
      'Runtime.CallbackHandlerDeprecated',
    ],
  ])('refuses %s', async (_what, code, errorType) => {
    expect(await serve(code)({})).toMatchObject({ result: { errorType } });
  });

  it('writes its output and its failures to the log', async () => {
    const invoke = serve(
      'exports.handler = async () => { console.log("canary-1"); throw new Error("canary-2") }',
    );
    await invoke({});
    expect(log.text('fn')).toContain('canary-1');
    expect(log.text('fn')).toContain('canary-2');
  });
});
