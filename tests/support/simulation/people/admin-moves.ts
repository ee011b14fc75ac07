import { adminsOf } from './cast.ts';
import type { Move, Sight } from './move.ts';
import { anyPolicy, anyTimers } from './policies.ts';

export const changingPolicy = ({ dice, cast }: Sight): Move => ({
  by: dice.pick(adminsOf(cast)),
  function: 'tenants',
  call: {
    route: 'PUT /settings',
    body: { approval_policy: { ...anyPolicy(dice, cast), ...anyTimers(dice) } },
  },
});

/** Somebody goes, comes back, or gets another role; the first admin stays. */
export const changingPeople = ({ dice, cast }: Sight): Move => {
  const person = dice.pick(cast.slice(1));
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
