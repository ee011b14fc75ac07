import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changesets/change.ts';
import { assessRisk } from '#shared/changesets/risk.ts';
import {
  between,
  creating,
  deleting,
  device,
  securityPolicy,
  shift,
  site,
  staffRole,
  user,
} from '#tests/support/changesets/drafts.ts';

const shifts = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => creating(shift(`Shift ${n}`)));
const roles = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => creating(staffRole(`R${n}`)));
const devices = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => creating(device(String(n).padStart(15, '0'))));
const policies = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => creating(securityPolicy({}, `OFF${n}00`)));

/** volume + .3 × the worst kind + deletes, worked out by hand. */
const TABLE: readonly [string, readonly Change[], number][] = [
  ['one site', [creating(site())], 0.24],
  ['one shift', shifts(1), 0.18],
  ['one user', [creating(user('a@acme.example'))], 0.15],
  ['one staff role', roles(1), 0.12],
  ['one device', devices(1), 0.09],
  ['one security policy', policies(1), 0.03],
  ['two shifts', shifts(2), 0.21],
  ['five shifts: not yet many', shifts(5), 0.3],
  ['six shifts: many', shifts(6), 0.1 + 0.3],
  ['ten staff roles', roles(10), 0.1 + 0.3],
  ['eleven staff roles: more', roles(11), 0.2 + 0.3],
  ['twenty devices', devices(20), 0.2 + 0.3],
  ['twenty-one devices: most', devices(21), 0.3 + 0.3],
  ['a site and its shifts: the worst kind counts', [creating(site()), ...shifts(3)], 0.24],
  ['a site and four shifts: as bad', [creating(site()), ...shifts(4)], 0.27],
  ['one delete', [deleting(shift('Day'))], 0.18 + 0.15],
  ['two deletes', [deleting(shift('Day')), deleting(shift('Night'))], 0.21 + 0.3],
  ['three deletes: no more than two', ['A', 'B', 'C'].map((n) => deleting(shift(n))), 0.24 + 0.3],
  ['a deleted site', [deleting(site())], 0.24 + 0.15],
  ['nothing', [], 0],
];

/** What weakens a site, from a policy with everything on. */
const strong = securityPolicy({ inactivity_alarm: true, site_audit: true, level: 'high' });
const changed = (more: object) => {
  const { data } = strong;
  return { kind: strong.kind, data: { ...data, ...more } } as typeof strong;
};
const WEAKER: readonly [string, object][] = [
  ['GPS off', { gps: false }],
  ['no inactivity alarm', { inactivity_alarm: false }],
  ['no device events', { device_events: false }],
  ['no site audit', { site_audit: false }],
  ['a lower level', { level: 'enhanced' }],
  ['a lower level still', { level: 'basic' }],
  ['farther from the site', { permitted_distance_meters: 51 }],
  ['distance not checked', { permitted_distance_meters: null }],
];
const NOT_WEAKER: readonly [string, object][] = [
  ['nearer to the site', { permitted_distance_meters: 49 }],
  ['nothing that matters', { site_code: 'OFF001', permitted_distance_meters: 40 }],
];

describe('the risk of changes', () => {
  it.each(TABLE)('is the formula: %s', (_, changes, score) => {
    expect(assessRisk(changes).score).toBeCloseTo(score, 6);
  });

  it('shows every term that made it, which add up to it', () => {
    const { score, terms } = assessRisk([deleting(site()), ...shifts(6)], () => 1);
    expect(terms.map(({ name }) => name)).toEqual(['volume', 'kinds', 'deletes', 'dependents']);
    expect(terms.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 6);
  });

  it('rises by .2 where others rely on what is changed', () => {
    const step = between(site(), site('OFF001', { name: 'Head Office' }));
    expect(assessRisk([step], () => 1).score).toBeCloseTo(assessRisk([step]).score + 0.2, 6);
    expect(assessRisk([creating(site())], () => 1).score).toBeCloseTo(0.24, 6);
  });

  it.each(WEAKER)('rises by .2 where a control is weakened: %s', (_, more) => {
    expect(assessRisk([between(strong, changed(more))]).score).toBeCloseTo(0.03 + 0.2, 6);
  });

  it.each(NOT_WEAKER)('does not rise otherwise: %s', (_, more) => {
    expect(assessRisk([between(strong, changed(more))]).score).toBeCloseTo(0.03, 6);
  });

  it('rises where the policy of a site goes and the site stays, not when both go', () => {
    const alone = assessRisk([deleting(strong)]);
    expect(alone.terms.map(({ name }) => name)).toContain('security_weakened');
    const both = assessRisk([deleting(strong), deleting(site())]);
    expect(both.terms.map(({ name }) => name)).not.toContain('security_weakened');
  });

  it('is between 0 and 1, never falls with one more change, and knows no order', () => {
    const pool = [...shifts(30), ...roles(9), creating(site()), deleting(strong), ...devices(5)];
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: 1 }), (changes) => {
        const { score } = assessRisk(changes, () => 1);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(assessRisk(changes.slice(1), () => 1).score).toBeLessThanOrEqual(score);
        expect(assessRisk(changes.toReversed(), () => 1).score).toBe(score);
      }),
    );
  });
});

describe('the terms of a risk', () => {
  const reasonOf = (name: string, ...asked: Parameters<typeof assessRisk>) =>
    assessRisk(...asked).terms.find((term) => term.name === name)?.reason;

  it('say what made them', () => {
    const renamed = between(site(), site('OFF001', { name: 'Tower' }));
    const steps = [renamed, deleting(strong), ...shifts(6)];
    const relied = (id: string) => (id === 'site:OFF001' ? 2 : 0);
    expect(assessRisk(steps, relied).terms).toEqual([
      { name: 'volume', value: 0.1, reason: '8 changes' },
      { name: 'kinds', value: 0.3, reason: 'mostly shift' },
      { name: 'deletes', value: 0.15, reason: '1 deletes' },
      { name: 'dependents', value: 0.2, reason: 'site:OFF001 (2)' },
      { name: 'security_weakened', value: 0.2, reason: 'security_policy:OFF001' },
    ]);
  });

  it('name everything that others rely on, and all that is weakened', () => {
    const two = ['AAA', 'BBB'].map((code) => between(site(code), site(code, { name: 'X' })));
    expect(reasonOf('dependents', two, () => 1)).toBe('site:AAA (1), site:BBB (1)');
    const off = ['AAA', 'BBB'].map((code) => deleting(securityPolicy({}, code)));
    expect(reasonOf('security_weakened', off)).toBe('security_policy:AAA, security_policy:BBB');
    const [, gone] = [...off, deleting(site('AAA'))];
    expect(reasonOf('security_weakened', [...off, deleting(site('AAA'))])).toBe(gone?.entity_id);
  });

  it('have no weakness in a policy that is new, stronger, or as far as before', () => {
    const weakens = (before: object, after: object) =>
      reasonOf('security_weakened', [between(changed(before), changed(after))]) !== undefined;
    expect(reasonOf('security_weakened', [creating(securityPolicy({ gps: false }))])).toBe(
      undefined,
    );
    expect(weakens({ level: 'basic' }, { level: 'high' })).toBe(false);
    expect(weakens({ gps: false }, { gps: true })).toBe(false);
    const off = { gps: false, level: 'basic' };
    expect(weakens(off, { ...off, level: 'high' })).toBe(false);
    expect(weakens({ permitted_distance_meters: null }, { level: 'high', gps: true })).toBe(false);
    const far = { permitted_distance_meters: null };
    expect(weakens({ ...far, level: 'basic' }, { ...far, level: 'high' })).toBe(false);
    expect(weakens({ level: 'enhanced' }, { level: 'basic' })).toBe(true);
  });

  it('name the kind that came first where two are as bad', () => {
    expect(reasonOf('kinds', [creating(site()), ...shifts(3)])).toBe('mostly site');
    expect(reasonOf('kinds', [...shifts(3), creating(site())])).toBe('mostly shift');
  });

  it('know no weakness in other kinds of resources', () => {
    expect(reasonOf('security_weakened', [deleting(site())])).toBeUndefined();
  });
});
