import { expect, it } from 'vitest';
import { createIndexLag } from '#infra/local/instrumentation/index-lag.ts';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';

const call = (operation: string, parameters: SdkCall['parameters']): SdkCall => ({
  service: 'dynamodb',
  operation,
  parameters,
  attempt: 1,
  startedAt: 0,
});

const answer = (body: object) => ({
  status: 200,
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
});

it('hides a new item from an index for a while, and never from the table', () => {
  let now = 0;
  const lag = createIndexLag({
    maxLagMs: 200,
    random: () => 0.5,
    keysOf: () => ['PK'],
    now: () => now,
  });
  const item = { PK: { S: 'a' }, due: { S: '1' } };
  const found = answer({ Items: [item], Count: 1 });
  const seenBy = (parameters: object) =>
    JSON.parse(
      lag.onAnswer(call('Query', { TableName: 't', ...parameters }), found).body.toString(),
    );
  const write = { TransactItems: [{ Put: { TableName: 't', Item: item } }] };
  lag.onAnswer(call('TransactWriteItems', write), answer({}));
  expect(seenBy({ IndexName: 'due' })).toEqual({ Items: [], Count: 0 });
  expect(seenBy({})).toEqual({ Items: [item], Count: 1 });
  now = 100;
  expect(seenBy({ IndexName: 'due' })).toEqual({ Items: [item], Count: 1 });
});
