import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlreadyDecidedError, SelfApprovalError } from '#shared/approvals/errors.ts';
import type { Change } from '#shared/changesets/change.ts';
import { approvalWorld, TENANT } from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';
import { type Interleaving, interleaved, interleaving } from '#tests/support/interleaved-table.ts';

const APPROVERS = Array.from({ length: 94 }, (_, n) => `approver-${n}`);
/** Who asked for it, three who decide twice, and one who is approver and admin. */
const DECIDERS = [...APPROVERS, 'mia', 'approver-0', 'approver-1', 'approver-2', 'both', 'both'];
/** More changes than this tenant lets one person decide about. */
const CHANGES = [creating(site()), creating(shift('Day'))];
/** Per policy; a thousand and more on demand. */
const SEEDS = Number(process.env['DECIDER_SEEDS'] ?? 100);
const INSTANCES = 4;
/** Of the table's transactions, so many of ten collide with another. */
const COLLISIONS = 3;

interface Race {
  readonly collisions: number;
  readonly outcomes: readonly unknown[];
  readonly people: readonly string[];
  readonly events: readonly string[];
  readonly versions: readonly (number | undefined)[];
}

async function raceOf(
  { scheduler, dice }: Interleaving,
  changes: readonly Change[],
): Promise<Race> {
  let racing = false;
  let collisions = 0;
  const collides = () => {
    const struck = racing && (dice.next().value ?? 9) < COLLISIONS;
    if (struck) collisions += 1;
    return struck;
  };
  const around = interleaved(scheduler, collides);
  const world = await scheduler.waitFor(approvalWorld([...APPROVERS, 'mia'], around));
  await scheduler.waitFor(world.setPolicy({ two_person_over_changes: 1 }));
  await world.hire('both', ['approver', 'admin']);
  await scheduler.waitFor(world.policies.fresh(TENANT));
  const draft = await scheduler.waitFor(world.draft('mia', changes));
  const instances = Array.from({ length: INSTANCES }, world.instance);
  racing = true;
  const racers = DECIDERS.map((name, n) =>
    world.decide(name, draft, { decision: 'approve' }, instances[n % INSTANCES]).then(
      ({ status }) => status,
      (error: unknown) => error,
    ),
  );
  const outcomes = await scheduler.waitFor(Promise.all(racers));
  const { decisions, status } = await scheduler.waitFor(world.read(draft.id));
  expect(status).toBe('applied');
  return {
    collisions,
    outcomes,
    people: decisions.map(({ approver }) => approver.user_id),
    events: world.events(),
    versions: await scheduler.waitFor(world.versions(...changes)),
  };
}

const count = (all: readonly unknown[], wanted: unknown): number =>
  all.filter((each) => each === wanted).length;

describe('a hundred deciders at once, among them the requester, the same people twice, two roles', () => {
  it.each([
    ['two are', CHANGES, 2],
    ['one is', CHANGES.slice(0, 1), 1],
  ])(
    'make exactly one transition and one application where %s needed, whatever collides',
    async (_, changes, needed) => {
      let collisions = 0;
      await fc.assert(
        fc.asyncProperty(interleaving, async (order) => {
          const race = await raceOf(order, changes);
          collisions += race.collisions;
          const refused = race.outcomes.filter(
            (each) => each instanceof AlreadyDecidedError || each instanceof SelfApprovalError,
          );
          expect(count(race.outcomes, 'applied')).toBe(1);
          expect(count(race.outcomes, 'pending_approval')).toBe(needed - 1);
          expect(refused).toHaveLength(DECIDERS.length - needed);
          expect(new Set(race.people).size).toBe(needed);
          expect(race.people).toHaveLength(needed);
          expect(race.people).not.toContain('mia');
          expect(count(race.events, 'approval.granted.v1')).toBe(needed);
          expect(count(race.events, 'changeset.applied.v1')).toBe(1);
          expect(new Set(race.versions)).toEqual(new Set([1]));
        }),
        { numRuns: SEEDS },
      );
      expect(collisions).toBeGreaterThan(SEEDS * needed * 0.3);
    },
    SEEDS * 600,
  );
});
