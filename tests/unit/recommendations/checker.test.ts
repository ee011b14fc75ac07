import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/recommendations/checker.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import type { FindingCode } from '#shared/recommendations/finding.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import type { ResourceData, ResourceDraft, ResourceKind } from '#shared/resources/resource.ts';
import { OFFICE_SLOTS } from '../../support/draft.ts';

const facts = draftFacts('session-1', OFFICE_SLOTS);
const sound = makeDraft(facts);

/** The sound draft with other values in every resource of a kind. */
const withData = <K extends ResourceKind>(kind: K, data: Partial<ResourceData<K>>) =>
  sound.map((draft) =>
    draft.kind === kind ? ({ ...draft, data: { ...draft.data, ...data } } as ResourceDraft) : draft,
  );

const without = (kind: ResourceKind) => sound.filter((draft) => draft.kind !== kind);
const twice = (kind: ResourceKind) => [...sound, ...sound.filter((draft) => draft.kind === kind)];

/** What can go wrong with a draft, seeded one error at a time, and what has to be said about it. */
const SEEDED: readonly (readonly [string, ResourceDraft[], FindingCode])[] = [
  ['no site', without('site'), 'missing_site'],
  ['two sites', twice('site'), 'several_sites'],
  ['no security policy', without('security_policy'), 'missing_security_policy'],
  ['no shifts', without('shift'), 'missing_shifts'],
  ['no staff roles', without('staff_role'), 'missing_staff_roles'],
  ['a role twice', twice('staff_role'), 'duplicate_resource'],
  ['no users', withData('site', { expected_users: 0 }), 'schema_violation'],
  ['too many users', withData('site', { expected_users: 1001 }), 'schema_violation'],
  ['a code with a hyphen', withData('site', { code: 'OFF-1' }), 'schema_violation'],
  ['a zone that is none', withData('site', { time_zone: 'Mars/Olympus' }), 'schema_violation'],
  [
    'a distance of 5 m',
    withData('security_policy', { permitted_distance_meters: 5 }),
    'schema_violation',
  ],
  [
    'a distance of 2 km',
    withData('security_policy', { permitted_distance_meters: 2000 }),
    'schema_violation',
  ],
  [
    'a distance wider than the level',
    withData('security_policy', { permitted_distance_meters: 100 }),
    'distance_too_wide',
  ],
  [
    'no distance',
    withData('security_policy', { permitted_distance_meters: null }),
    'distance_too_wide',
  ],
  ['GPS off', withData('security_policy', { gps: false }), 'gps_missing'],
  [
    'high without its alarm',
    withData('security_policy', { level: 'high' }),
    'inactivity_alarm_missing',
  ],
  [
    'another level than asked for',
    withData('security_policy', { level: 'basic' }),
    'level_mismatch',
  ],
  ['a shift of another site', withData('shift', { site_code: 'OFFZZZZZ' }), 'foreign_site_code'],
  ['the code of another type', withData('site', { code: 'WH12345' }), 'code_prefix_mismatch'],
  ['a shift that ends early', withData('shift', { end: '15:00' }), 'hours_not_covered'],
  [
    'a shift far outside the hours',
    withData('shift', { start: '04:30', end: '18:00' }),
    'shift_outside_hours',
  ],
  ['more people than users', withData('shift', { people: 200 }), 'people_exceed_users'],
  ['a day shift marked night', withData('shift', { night: true }), 'night_flag_wrong'],
  ['another name than was said', withData('site', { name: 'Harbour' }), 'differs_from_answers'],
  ['another type than was said', withData('site', { site_type: 'other' }), 'differs_from_answers'],
  [
    'other hours than were said',
    withData('site', {
      operating_hours: { open: '08:00', close: '17:00', around_the_clock: false },
    }),
    'differs_from_answers',
  ],
];

describe('the checker', () => {
  it('finds nothing wrong with a sound draft', () => {
    expect(checkDraft({ drafts: sound, facts })).toEqual([]);
  });

  it.each(SEEDED)('catches %s', (_what, drafts, code) => {
    expect(checkDraft({ drafts, facts }).map((finding) => finding.code)).toContain(code);
  });
});
