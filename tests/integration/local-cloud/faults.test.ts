import { afterEach, describe, expect, it } from 'vitest';
import { useFixtureCloud } from '#tests/support/fixture-app/use-fixture-cloud.ts';

describe('calls and faults', () => {
  const cloud = useFixtureCloud();
  const write = (text: string) => cloud.request('POST /notes', { body: { text } });
  const notes = async (): Promise<string[]> => (await cloud.request('GET /notes')).body.notes;

  afterEach(async () => {
    cloud.faults.clear();
    await cloud.drain();
  });

  it('counts the SDK calls of each request apart, however many run at once', async () => {
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, index) => write(`${index}`)),
    );
    for (const [index, { requestId }] of responses.entries()) {
      const calls = cloud.callsOf(requestId);
      expect(calls).toHaveLength(1);
      expect(calls[0]).toMatchObject({
        service: 'dynamodb',
        operation: 'PutItem',
        status: 200,
        parameters: { Item: { text: { S: `${index}` } } },
      });
    }
  });

  it('leaves nothing when the crash comes before the call', async () => {
    const fault = cloud.faults.crash({ function: 'api', nth: 1, when: 'before' });
    expect(await write('before')).toMatchObject({ status: 500 });
    expect(fault.fired()).toBe(1);
    expect(await notes()).not.toContain('before');
  });

  it('leaves everything when the crash comes after the call', async () => {
    cloud.faults.crash({ function: 'api', nth: 1, when: 'after' });
    expect(await write('after')).toMatchObject({ status: 500 });
    expect(await notes()).toContain('after');
  });

  it('is served by a new instance after a crash', async () => {
    cloud.faults.crash({ function: 'api', when: 'before' });
    await write('lost');
    expect(await write('kept')).toMatchObject({ status: 201 });
  });

  it("meets the SDK's own retries with a throttle and a broken connection", async () => {
    cloud.faults.throttle({ operation: 'PutItem' });
    const throttled = await write('throttled');
    expect(throttled.status).toBe(201);
    expect(
      cloud.callsOf(throttled.requestId).map(({ attempt, status }) => [attempt, status]),
    ).toEqual([
      [1, 400],
      [2, 200],
    ]);
    cloud.faults.drop({ operation: 'PutItem', when: 'after' });
    expect(await write('dropped')).toMatchObject({ status: 201 });
  });

  it('gives up when a throttle lasts', async () => {
    cloud.faults.throttle({ operation: 'PutItem', times: 99 });
    expect(await write('never')).toMatchObject({ status: 500 });
  });

  it('can hold a call up', async () => {
    cloud.faults.delay({ operation: 'PutItem', ms: 300 });
    const started = Date.now();
    await write('late');
    expect(Date.now() - started).toBeGreaterThanOrEqual(300);
  });

  it('never has an answer that says it was watched', async () => {
    const { headers } = await write('plain');
    const names = [...headers.keys()].toSorted();
    expect(names).toEqual([
      'apigw-requestid',
      'connection',
      'content-length',
      'content-type',
      'date',
      'keep-alive',
    ]);
  });
});
