import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlreadyDecidedError } from '#shared/approvals/errors.ts';
import { type Table, TransactionRefused } from '#shared/store/table.ts';
import { approvalWorld } from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const TWENTY = Array.from({ length: 20 }, (_, n) => `approver-${n}`);
const TWO_PERSON = [
  creating(site()),
  ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`))),
];

/** A table whose every call waits for its turn, and some of whose transactions collide. */
const shared =
  (scheduler: fc.Scheduler, collides: () => boolean) =>
  (table: Table): Table => {
    const turn = <Value>(name: string, use: () => Promise<Value>) =>
      scheduler.schedule(Promise.resolve(), name).then(use);
    return {
      get: (...key) => turn('get', () => table.get(...key)),
      getMany: (...keys) => turn('getMany', () => table.getMany(...keys)),
      query: (...selection) => turn('query', () => table.query(...selection)),
      transact: (...writes) =>
        turn('transact', async () => {
          if (collides()) throw new TransactionRefused([{ reason: 'collision', index: 0 }]);
          await table.transact(...writes);
        }),
    };
  };

const interleaving = fc.record({
  scheduler: fc.scheduler(),
  collisions: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
});

async function raceOf(
  { scheduler, collisions }: { scheduler: fc.Scheduler; collisions: fc.Stream<number> },
  changes: typeof TWO_PERSON,
) {
  let racing = false;
  const collides = () => racing && (collisions.next().value ?? 9) < 2;
  const world = await scheduler.waitFor(approvalWorld(TWENTY, shared(scheduler, collides)));
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
