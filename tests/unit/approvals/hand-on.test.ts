import { expect, it } from 'vitest';
import { INLINE_CHANGES } from '#shared/changesets/change-limit.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { approvalWorld } from '#tests/support/approvals/approval-world.ts';
import { creating, device } from '#tests/support/changesets/drafts.ts';

const LONG = Array.from({ length: INLINE_CHANGES + 1 }, (_, n) =>
  creating(device(String(100_000_000_000_000 + n))),
);

// Found by simulation (seed 2406): it waited a minute for the schedule each time.
it('an application that is handed on is free at once, also to a worker whose clock is behind', async () => {
  const world = await approvalWorld(['ana', 'bob', 'cem']);
  const pending = await world.submit('ana', LONG);
  await world.decide('bob', pending);
  const applying = await world.decide('cem', pending);
  world.clock.passSeconds(30);
  const out = withInvocationTime(() => world.work(applying));
  await out({}, { getRemainingTimeInMillis: () => 5000 });
  expect(await world.read(applying.id)).toMatchObject({ status: 'applying' });
  const behind = { now: () => new Date(world.clock.ms - 2000) };
  await world.work(applying, { clock: behind });
  expect(await world.read(applying.id)).toMatchObject({ status: 'applied' });
});
