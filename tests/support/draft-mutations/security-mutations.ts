import type { CheckInput } from '#shared/recommendations/check-input.ts';
import {
  addBeside,
  edit,
  forget,
  leaveOut,
  type Mutation,
  type Mutations,
} from './seeded-draft.ts';

/** What can be wrong with the security policy of a draft (PRODUCT section 3 says what a level means). */
export const SECURITY_MUTATIONS: Mutations = {
  'no security policy': leaveOut('security_policy'),
  'a second security policy': addBeside('security_policy', (data) => ({
    kind: 'security_policy',
    data: { ...data, gps: !data.gps },
  })),
  'a security policy without a member it needs': forget(
    'security_policy',
    'site_code',
    'level',
    'gps',
    'inactivity_alarm',
    'permitted_distance_meters',
  ),
  'a security policy of another site': edit('security_policy', () => ({ site_code: 'ZZ99999' })),
  'a level that does not exist': edit('security_policy', (_data, dice) => ({
    level: dice.of(['none', 'HIGH', '', 3]),
  })),
  'a lower level than was asked for': edit('security_policy', ({ level }) => LOWER[level]),
  'GPS off where the level needs it': edit('security_policy', ({ level }) =>
    level === 'basic' ? undefined : { gps: false },
  ),
  'no alarm where the level needs it': edit('security_policy', ({ level }) =>
    level === 'high' ? { inactivity_alarm: false } : undefined,
  ),
  'a distance out of bounds': edit('security_policy', (_data, dice) => ({
    permitted_distance_meters: dice.of([-50, 0, 9, 1001, 1e6, 49.5, '50']),
  })),
  'a wider distance than the level has': edit('security_policy', ({ level }, dice) => ({
    permitted_distance_meters: dice.int(level === 'basic' ? 101 : 51, 1000),
  })),
  'a distance that is not checked': edit('security_policy', () => ({
    permitted_distance_meters: null,
  })),
  'a switch that is neither on nor off': edit('security_policy', (_data, dice) => ({
    [dice.of(['gps', 'inactivity_alarm', 'device_events', 'site_audit'])]: dice.of(['yes', 1]),
  })),
  'basic security for more than fifty': basicForMany,
};

/** Each with everything that belongs to it, so that only the answers tell. */
const LOWER = {
  basic: undefined,
  enhanced: { level: 'basic', gps: false, permitted_distance_meters: 100 },
  high: { level: 'enhanced', inactivity_alarm: false },
} as const;

/** Asked for, and still a high risk. */
function basicForMany(...[{ facts, drafts }, dice]: Parameters<Mutation>) {
  if (facts.level !== 'basic') return undefined;
  const expectedUsers = dice.int(51, 1000);
  return {
    facts: { ...facts, expectedUsers },
    drafts: drafts.map((draft): CheckInput['drafts'][number] =>
      draft.kind === 'site'
        ? { kind: draft.kind, data: { ...draft.data, expected_users: expectedUsers } }
        : draft,
    ),
  };
}
