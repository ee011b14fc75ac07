import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlreadyDecidedError } from '#shared/approvals/errors.ts';
import { approvalWorld } from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';
import { type Interleaving, interleaved, interleaving } from '#tests/support/interleaved-table.ts';

const TWENTY = Array.from({ length: 20 }, (_, n) => `approver-${n}`);
const TWO_PERSON = [
  creating(site()),
  ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`))),
];

async function raceOf({ scheduler, dice }: Interleaving, changes: typeof TWO_PERSON) {
  let racing = false;
  const collides = () => racing && (dice.next().value ?? 9) < 2;
  const world = await scheduler.waitFor(approvalWorld(TWENTY, interleaved(scheduler, collides)));
  const draft = await scheduler.waitFor(world.draft('mia', changes));
  racing = true;
  const outcomes = TWENTY.map((name) =>
    world.decide(name, draft, { decision: 'approve' }, world.instance()).then(
      ({ status }) => status,
      (error: unknown) => error,
    ),
  );
  const decided = await scheduler.waitFor(Promise.all(outcomes));
  return { decided, events: world.events(), final: await scheduler.waitFor(world.read(draft.id)) };
}

const count = (all: readonly unknown[], wanted: unknown): number =>
  all.filter((each) => each === wanted).length;

describe('twenty deciders at once', () => {
  it('give two approvals and one application where two are needed', async () => {
    await fc.assert(
      fc.asyncProperty(interleaving, async (order) => {
        const { decided, events, final } = await raceOf(order, TWO_PERSON);
        expect(final).toMatchObject({ status: 'applied' });
        expect(new Set(final.decisions.map(({ approver }) => approver.user_id)).size).toBe(2);
        expect([count(decided, 'pending_approval'), count(decided, 'applied')]).toEqual([1, 1]);
        expect(decided.filter((each) => each instanceof AlreadyDecidedError)).toHaveLength(18);
        expect([
          count(events, 'approval.granted.v1'),
          count(events, 'changeset.applied.v1'),
        ]).toEqual([2, 1]);
      }),
      { numRuns: 25 },
    );
  });

  it('give one approval and one application where one is needed', async () => {
    await fc.assert(
      fc.asyncProperty(interleaving, async (order) => {
        const { decided, events, final } = await raceOf(order, TWO_PERSON.slice(0, 1));
        expect(final.decisions).toHaveLength(1);
        expect(count(decided, 'applied')).toBe(1);
        expect(decided.filter((each) => each instanceof AlreadyDecidedError)).toHaveLength(19);
        expect(events).toEqual(['approval.granted.v1', 'changeset.applied.v1']);
      }),
      { numRuns: 25 },
    );
  });
});
