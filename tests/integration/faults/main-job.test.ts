import { describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { type EndState, playMainJob } from '#tests/support/onboarding/main-job.ts';

/** Two whole onboardings: quick on an idle machine, slow on a busy one. */
const TWO_JOBS = { timeout: 180_000 };

const FAULTS = [
  ['5 % of all messages twice', 0.05],
  ['every message twice', 1],
] as const;

describe('the main job ends the same', () => {
  const calm = useLocalCloud({ deliveryFaults: undefined, indexLagMs: 0 });
  let expected: EndState | undefined;

  /** Played once, when the first comparison needs it. */
  async function undisturbed(): Promise<EndState> {
    expected ??= await playMainJob(calm, 'calm-company');
    return expected;
  }

  describe.each(FAULTS)('with %s, reordered, and indexes that are late', (_what, probability) => {
    const rough = useLocalCloud({
      deliveryFaults: { seed: 11, duplicateProbability: probability, reorder: true },
      indexLagMs: 200,
    });

    it('in the table, at the webhook, in the mails and in search', TWO_JOBS, async () => {
      const [calmEnd, roughEnd] = [await undisturbed(), await playMainJob(rough, 'rough-company')];
      expect(calmEnd.webhooks.length).toBeGreaterThan(10);
      expect(calmEnd.mails.length).toBeGreaterThan(0);
      expect(calmEnd.found.join()).toContain('purple badge');
      expect(roughEnd).toEqual(calmEnd);
    });
  });

  describe('when DynamoDB throttles, conflicts and loses connections', () => {
    const shaky = useLocalCloud();

    it('the same, as if nothing had happened', TWO_JOBS, async () => {
      const faults = { service: 'dynamodb', times: 2 } as const;
      const transactions = { operation: 'TransactWriteItems' } as const;
      for (const nth of [3, 11, 23]) shaky.faults.throttle({ ...faults, nth });
      for (const nth of [2, 9, 17]) shaky.faults.conflict({ ...transactions, nth, times: 2 });
      for (const nth of [5, 14]) shaky.faults.drop({ ...transactions, nth, when: 'before' });
      const end = await playMainJob(shaky, 'shaky-company');
      expect(end).toEqual(await undisturbed());
    });
  });
});
