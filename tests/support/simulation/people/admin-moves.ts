import { adminsOf } from './cast.ts';
import type { Move, Sight } from './move.ts';
import { anyPolicy, anyTimers } from './policies.ts';

/** How often it is somebody whose approval waits for others: it must not count then. */
const APPROVING = 0.7;

export const changingPolicy = ({ dice, cast }: Sight): Move => ({
  by: dice.pick(adminsOf(cast)),
  function: 'tenants',
  call: {
    route: 'PUT /settings',
    body: { approval_policy: { ...anyPolicy(dice, cast), ...anyTimers(dice) } },
  },
});

/** Somebody goes, comes back, or gets another role; the first admin stays. */
export const changingPeople = (sight: Sight): Move => {
  const { dice, cast } = sight;
  const approving = cast.slice(1).filter(({ userId }) => waitsForOthers(sight, userId));
  const isAmong = approving.length > 0 && dice.chance(APPROVING);
  const person = dice.pick(isAmong ? approving : cast.slice(1));
  return {
    by: dice.pick(adminsOf(cast)),
    function: 'tenants',
    call: {
      route: 'PUT /people',
      body: dice.pick([
        { user_id: person.userId, active: false },
        { user_id: person.userId, active: true, roles: person.roles },
        { user_id: person.userId, active: true, roles: person.roles },
        { user_id: person.userId, roles: ['member'] },
      ]),
    },
  };
};

const waitsForOthers = ({ changesets }: Sight, userId: string): boolean =>
  changesets.some(
    ({ status, decisions }) =>
      status === 'pending_approval' &&
      decisions.some(
        ({ decision, approver }) => decision === 'approve' && approver.user_id === userId,
      ),
  );
