import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '#shared/conversation/messages.ts';
import { securityLevel, siteType } from '#shared/facility/values.ts';
import { recommend } from '#shared/recommendations/recommend.ts';
import type { Recommendation } from '#shared/recommendations/recommendation.ts';
import type { FilledSlots } from '#shared/slots/slot-values.ts';
import { OFFICE_SLOTS } from '../../support/draft.ts';

const NO_SUPPORT = { evidence: [], citations: [] };
const draftOf = (slots: FilledSlots, sessionId = 'session-1') =>
  recommend({
    sessionId,
    slots,
    support: NO_SUPPORT,
    words: { ...english, inEnglish: true },
    checker: true,
  });

const ofType = (recommendations: readonly Recommendation[], type: Recommendation['entity_type']) =>
  recommendations.filter(({ entity_type }) => entity_type === type).map(({ data }) => data);

describe('the draft of a complete conversation', () => {
  it('of a consistent office without documents reaches approve', () => {
    const { consensus, findings } = draftOf(OFFICE_SLOTS);
    expect(findings).toEqual([]);
    expect(consensus.decision).toBe('approve');
  });

  it('has the site, its security policy, shifts and staff roles under one site code', () => {
    const { recommendations, drafts } = draftOf(OFFICE_SLOTS);
    const kinds = ['site', 'security_policy', 'shift', 'staff_role', 'staff_role', 'staff_role'];
    expect(recommendations.map(({ entity_type }) => entity_type)).toEqual(kinds);
    const codes = drafts.map(
      ({ data }) =>
        ('site_code' in data ? data.site_code : null) ?? ('code' in data ? data.code : ''),
    );
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(/^OFF[A-Z2-7]{5}$/);
  });

  it('is the same every time, and another for another session', () => {
    expect(draftOf(OFFICE_SLOTS)).toEqual(draftOf(OFFICE_SLOTS));
    const ids = (session: string) =>
      draftOf(OFFICE_SLOTS, session).recommendations.map(
        ({ recommendation_id }) => recommendation_id,
      );
    expect(new Set([...ids('session-1'), ...ids('session-2')]).size).toBe(12);
  });

  it.each([
    ['basic', { gps: false, inactivity_alarm: false, permitted_distance_meters: 100 }],
    ['enhanced', { gps: true, inactivity_alarm: false, permitted_distance_meters: 50 }],
    ['high', { gps: true, inactivity_alarm: true, permitted_distance_meters: 50 }],
  ] as const)('switches on what %s security needs', (level, controls) => {
    const slots = {
      ...OFFICE_SLOTS,
      security_level: { ...OFFICE_SLOTS.security_level, value: level },
    };
    expect(ofType(draftOf(slots).recommendations, 'security_policy')).toEqual([
      expect.objectContaining(controls),
    ]);
  });

  it('says that basic security for more than fifty people is a high risk, and does not approve', () => {
    const { consensus, findings, recommendations } = draftOf({
      ...OFFICE_SLOTS,
      expected_users: { ...OFFICE_SLOTS.expected_users, value: 51 },
      security_level: { ...OFFICE_SLOTS.security_level, value: 'basic' },
    });
    expect(findings.map(({ code }) => code)).toEqual(['basic_security_for_many']);
    expect(consensus.decision).toBe('modify');
    const policy = recommendations.find(({ entity_type }) => entity_type === 'security_policy');
    expect(policy?.reasons.at(-1)).toContain('high risk');
  });

  it('keeps roles and shifts that were stated', () => {
    const { recommendations } = draftOf({
      ...OFFICE_SLOTS,
      staff_roles: { value: ['CLEANER'], confidence: 0.95, source: null },
      shifts: {
        value: [{ name: 'Day', start: '08:00', end: '18:00', people: 30 }],
        confidence: 0.95,
        source: null,
      },
    });
    expect(ofType(recommendations, 'staff_role')).toEqual([
      expect.objectContaining({ code: 'CLEANER', name: 'Cleaner' }),
    ]);
    expect(ofType(recommendations, 'shift')).toEqual([
      expect.objectContaining({ name: 'Day', people: 30, night: false }),
    ]);
  });

  it('says that stated shifts leave the opening hours uncovered', () => {
    const shifts = {
      value: [{ name: 'Early', start: '08:00', end: '12:00', people: 5 }],
      confidence: 0.95,
      source: null,
    };
    const { findings } = draftOf({ ...OFFICE_SLOTS, shifts });
    expect(findings).toEqual([
      {
        code: 'hours_not_covered',
        entityType: 'shift',
        pointer: '',
        detail: 'Nobody is on shift at 12:00',
      },
    ]);
  });

  it('is refused while a required fact is missing', () => {
    const { security_level: _left, ...slots } = OFFICE_SLOTS;
    expect(() => draftOf(slots)).toThrow('A draft still needs security_level');
  });

  it('raises no finding for whatever the dialogue can collect, but the risk of basic security', () => {
    const time = fc
      .integer({ min: 0, max: 95 })
      .map(
        (quarter) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
      );
    const hours = fc
      .record({ open: time, close: time, around_the_clock: fc.boolean() })
      .filter(({ open, close }) => open !== close)
      .map((value) =>
        value.around_the_clock ? { open: '00:00', close: '00:00', around_the_clock: true } : value,
      );
    const fill = <T>(value: T) => ({ value, confidence: 0.9, source: null });
    fc.assert(
      fc.property(
        fc.constantFrom(...siteType.options),
        fc.integer({ min: 1, max: 1000 }),
        hours,
        fc.constantFrom(...securityLevel.options),
        (type, users, open, level) => {
          const { findings } = draftOf({
            ...OFFICE_SLOTS,
            site_type: fill(type),
            expected_users: fill(users),
            operating_hours: fill(open),
            security_level: fill(level),
          });
          const risky = level === 'basic' && users > 50;
          expect(findings.map(({ code }) => code)).toEqual(
            risky ? ['basic_security_for_many'] : [],
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
