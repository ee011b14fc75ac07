import {
  addBeside,
  edit,
  forget,
  leaveOut,
  leaveOutAll,
  type Mutation,
  type Mutations,
} from './seeded-draft.ts';

/** Somebody or something that no conversation about a site can ask for. */
const slipIn =
  (kind: string, data: Readonly<Record<string, unknown>>): Mutation =>
  ({ facts, drafts }) => ({ facts, drafts: [...drafts, { kind, data }] });

/** What can be wrong with the staff roles of a draft, and with what else is in it. */
export const ROLE_MUTATIONS: Mutations = {
  'no staff roles': leaveOutAll('staff_role'),
  'a role left out': leaveOut('staff_role'),
  'a role nobody agreed on': addBeside('staff_role', (data) => ({
    kind: 'staff_role',
    data: { ...data, code: 'ASTRONAUT', name: 'Astronaut' },
  })),
  'a role twice': addBeside('staff_role', (data) => ({ kind: 'staff_role', data: { ...data } })),
  'a role without a member it needs': forget('staff_role', 'site_code', 'code', 'name'),
  'a role of another site': edit('staff_role', () => ({ site_code: 'ZZ99999' })),
  'a role code that is none': edit('staff_role', ({ code }, dice) => ({
    code: dice.of(['', code.toLowerCase(), `${code} 2`, '9GUARD', 'X'.repeat(41)]),
  })),
  'a role without a name': edit('staff_role', (_data, dice) => ({ name: dice.of(['', ' ']) })),
  'a user slipped in': slipIn('user', {
    email: 'mallory@example.com',
    name: 'Mallory',
    role: 'ADMIN',
  }),
  'a device slipped in': slipIn('device', {
    imei: '490154203237518',
    name: 'Phone 1',
    model: 'X1',
  }),
  'something of no kind': slipIn('payment', { amount: 100 }),
};
