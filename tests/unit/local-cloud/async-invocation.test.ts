import { describe, expect, it } from 'vitest';
import { type AsyncSettings, createAsyncInvoker } from '#infra/local/lambda/async-invocation.ts';
import type { LambdaFunction } from '#infra/local/lambda/lambda-function.ts';

const fn: LambdaFunction = {
  name: 'fn',
  arn: 'arn:aws:lambda:eu-central-1:000000000000:function:fn',
  taskRoot: '',
  handler: 'index.handler',
  timeoutSeconds: 1,
  memoryMb: 128,
  variables: {},
};

/** Runs an event through a function that fails so many times. */
async function run(failures: number, settings: AsyncSettings) {
  const sent: [string, unknown][] = [];
  const requestIds: (string | undefined)[] = [];
  const invoker = createAsyncInvoker({
    lambda: {
      functionNamed: () => fn,
      invoke: async (_name, _event, options) => {
        requestIds.push(options?.requestId);
        const fails = requestIds.length <= failures;
        return { payload: '{"errorMessage":"no"}', ...(fails && { functionError: 'Unhandled' }) };
      },
    },
    settingsOf: () => settings,
    sendToQueue: async (arn, body) => void sent.push([arn, JSON.parse(body)]),
    retryDelaysMs: [0, 0],
  });
  await invoker.invoke('fn', { a: 1 });
  return { sent, attempts: requestIds.length, distinctIds: new Set(requestIds).size };
}

describe('an asynchronous call', () => {
  it('is repeated twice under one request id', async () => {
    expect(await run(2, { maxRetries: 2 })).toEqual({ sent: [], attempts: 3, distinctIds: 1 });
  });

  it('ends in the on-failure destination with what was asked and answered', async () => {
    const { sent, attempts } = await run(9, { maxRetries: 0, onFailureArn: 'destination' });
    expect(attempts).toBe(1);
    expect(sent).toEqual([
      [
        'destination',
        expect.objectContaining({
          requestContext: expect.objectContaining({
            condition: 'RetriesExhausted',
            approximateInvokeCount: 1,
          }),
          requestPayload: { a: 1 },
          responsePayload: { errorMessage: 'no' },
        }),
      ],
    ]);
  });

  it('ends in the dead-letter queue as the event it was', async () => {
    const { sent } = await run(9, { maxRetries: 2, deadLetterArn: 'dead' });
    expect(sent).toEqual([['dead', { a: 1 }]]);
  });

  it('tells the on-success destination', async () => {
    const { sent } = await run(0, { maxRetries: 2, onSuccessArn: 'done' });
    expect(sent[0]?.[0]).toBe('done');
  });
});
