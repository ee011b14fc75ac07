import { expect, it } from 'vitest';
import { modelSecondOpinion } from '#shared/conversation/model-second-opinion.ts';
import type { LanguageModel } from '#shared/language-model/language-model.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OFFICE_SLOTS } from '#tests/support/draft.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const facts = draftFacts('session-1', OFFICE_SLOTS);

it.each([
  ['has all of it in a turn of its own', 0, 8_000],
  ['has what the first one left', 7_990, 10],
  ['has none where the first one took it all', 8_200, 0],
])('a second judge %s', async (_name, elapsedMs, leftMs) => {
  const clock = new VirtualClock();
  const since = clock.now();
  clock.passSeconds(elapsedMs / 1000);
  const deadlines: number[] = [];
  const model: LanguageModel = {
    complete: (_tenant, { deadlineMs }) => {
      deadlines.push(deadlineMs);
      const never = new Promise<never>(() => undefined);
      return deadlineMs > 100 ? Promise.resolve({ kind: 'timed_out', detail: '' }) : never;
    },
  };
  const judge = modelSecondOpinion({ model, clock, ids: { uuid: () => 'c0de' } });
  const draft = { facts, drafts: makeDraft(facts) };
  expect(await judge.findings(trustedTenant('acme'), draft, since)).toEqual([]);
  expect(deadlines).toEqual([leftMs]);
});
