import { describe, expect, it } from 'vitest';
import { deliveriesOf, parkedMessages } from '#tests/support/fixture-app/notes.ts';
import { useFixtureCloud } from '#tests/support/fixture-app/use-fixture-cloud.ts';

describe('the local cloud', () => {
  const cloud = useFixtureCloud();
  const write = (text: string) => cloud.request('POST /notes', { body: { text } });

  it('carries a change through table, stream, bus and queue to the last function', async () => {
    const response = await write('hello');
    await cloud.drain();
    expect(response.status).toBe(201);
    expect(await deliveriesOf(cloud.endpoints, 'hello')).toBe(1);
  });

  it('gives a message up after as many receives as its queue allows', async () => {
    await write('reject');
    await cloud.drain();
    const [parked = ''] = await parkedMessages(cloud.endpoints);
    expect(JSON.parse(parked).detail).toEqual({ text: 'reject' });
  });

  it('parks where a poisoned record is in the stream, and lets the others pass', async () => {
    await Promise.all(['before', 'poison', 'after'].map(write));
    await cloud.drain();
    expect(await deliveriesOf(cloud.endpoints, 'before')).toBeGreaterThan(0);
    expect(await deliveriesOf(cloud.endpoints, 'after')).toBeGreaterThan(0);
    const [parked = ''] = await parkedMessages(cloud.endpoints);
    expect(JSON.parse(parked)).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });
});

describe('the local cloud with delivery as rough as on AWS', () => {
  const cloud = useFixtureCloud({
    deliveryFaults: { seed: 7, duplicateProbability: 0.5, reorder: true },
  });

  it('loses nothing and repeats some', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `note ${index}`);
    await Promise.all(texts.map((text) => cloud.request('POST /notes', { body: { text } })));
    await cloud.drain();
    const counts = await Promise.all(texts.map((text) => deliveriesOf(cloud.endpoints, text)));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });
});
