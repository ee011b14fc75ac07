import type { Dice } from '../machinery/dice.ts';
import { approversOf, type CastMember } from './cast.ts';

/** A tenant in which approvers do nearly everything at once, long lists included. */
export const LENIENT = { auto_below: 0.9, two_person_from: 1, two_person_over_changes: 1000 };

/** A policy that some tenant could have. */
export function anyPolicy(dice: Dice, cast: readonly CastMember[]) {
  const auto_below = dice.pick([0, 0.3, 0.4, 0.7, 0.9]);
  return {
    auto_below,
    two_person_from: Math.max(auto_below, dice.pick([0.5, 0.7, 1])),
    two_person_over_changes: dice.pick([0, 1, 3, 10, 200]),
    quorum: dice.pick([2, 2, 3]),
    veto: dice.pick(['one_reject', 'majority']),
    approvers: dice.chance(0.3) ? namedIn(dice, cast) : {},
  };
}

function namedIn(dice: Dice, cast: readonly CastMember[]) {
  const people = dice.shuffled(approversOf(cast)).slice(0, 3);
  return dice.pick([
    { single: { roles: ['admin'], people: [] } },
    { two_person: { roles: ['admin'], people: people.map(({ userId }) => userId) } },
    { two_person: { roles: ['approver'], people: [] } },
  ]);
}

/** Short ones, that run out while things happen, and the usual ones. */
export const anyTimers = (dice: Dice) =>
  dice.pick([
    { reminder_after_seconds: 20, escalate_after_seconds: 40, expire_after_seconds: 90 },
    { reminder_after_seconds: 200, escalate_after_seconds: 300, expire_after_seconds: 400 },
    {
      reminder_after_seconds: 24 * 3600,
      escalate_after_seconds: 48 * 3600,
      expire_after_seconds: 72 * 3600,
    },
  ]);
