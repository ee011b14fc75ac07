import type { ResourceData } from '#shared/resources/resource.ts';
import type { CheckInput } from './check-input.ts';
import type { Finding } from './finding.ts';

type SecurityPolicy = ResourceData<'security_policy'>;

/** Above this many people basic security is a high risk. */
const MANY_USERS = 50;

const WIDEST_METERS = { basic: 100, enhanced: 50, high: 50 } as const;

interface Rule {
  readonly code: Finding['code'];
  readonly field: keyof SecurityPolicy;
  readonly detail: string;
  readonly broken: (policy: SecurityPolicy) => boolean;
}

const RULES: readonly Rule[] = [
  {
    code: 'gps_missing',
    field: 'gps',
    detail: 'Enhanced and high security need GPS',
    broken: ({ level, gps }) => level !== 'basic' && !gps,
  },
  {
    code: 'inactivity_alarm_missing',
    field: 'inactivity_alarm',
    detail: 'High security needs the inactivity alarm',
    broken: ({ level, inactivity_alarm }) => level === 'high' && !inactivity_alarm,
  },
  {
    code: 'distance_too_wide',
    field: 'permitted_distance_meters',
    detail: 'The permitted distance is wider than the level allows, or not limited',
    broken: ({ level, permitted_distance_meters: meters }) =>
      meters === null || meters > WIDEST_METERS[level],
  },
];

/** Each level's controls are on, the level is the one that was asked for and fits the number of people. */
export function checkSecurity({ drafts, facts }: CheckInput): Finding[] {
  const users = drafts.find((draft) => draft.kind === 'site')?.data.expected_users ?? 0;
  return drafts.flatMap((draft, index): Finding[] => {
    if (draft.kind !== 'security_policy') return [];
    const at = (code: Finding['code'], field: string, detail: string): Finding => ({
      code,
      entityType: 'security_policy',
      pointer: `/${index}/${field}`,
      detail,
    });
    const broken = RULES.filter((rule) => rule.broken(draft.data));
    return [
      ...broken.map(({ code, field, detail }) => at(code, field, detail)),
      ...(draft.data.level === facts.level
        ? []
        : [at('level_mismatch', 'level', `The level asked for is ${facts.level}`)]),
      ...(draft.data.level === 'basic' && users > MANY_USERS
        ? [
            at(
              'basic_security_for_many',
              'level',
              `Basic security for ${users} people is a high risk`,
            ),
          ]
        : []),
    ];
  });
}
