import { describe, expect, it } from 'vitest';
import { findTemplate } from '#shared/site-templates/catalogue.ts';
import { checkCompatibility } from '#shared/site-templates/check-compatibility.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { customize } from '#shared/site-templates/customize.ts';

const check = (templateId: string, changes: unknown) => {
  const template = findTemplate(templateId);
  return checkCompatibility(template, customize(template, customizations.parse(changes)));
};

const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('the compatibility check', () => {
  it('names the hours in which the site is open and nobody works', () => {
    const { compatible, warnings } = check('retail_store', {
      site: { open: '06:30' },
      shifts: [{ name: 'Overnight Security', remove: true }],
    });
    expect(compatible).toBe(true);
    expect(warnings).toEqual([
      {
        code: 'hours_uncovered',
        pointer: '/customizations/shifts',
        detail: 'the site is open from 06:30 to 08:30, but no shift works then',
      },
    ]);
  });

  it('says nothing of longer hours once a shift covers them', () => {
    const changes = {
      site: { open: '06:00' },
      shifts: [{ name: 'Day', start: '06:00', end: '18:00' }],
    };
    expect(check('office_corporate', changes).warnings).toEqual([]);
  });

  it('finds gaps on both sides of midnight', () => {
    const { warnings } = check('datacenter_facility', {
      shifts: [{ name: 'Night Ops', start: '21:00', end: '06:00' }],
    });
    expect(warnings.map(({ detail }) => detail.slice(0, 38))).toEqual([
      'the site is open from 06:00 to 08:00, ',
      'the site is open from 20:00 to 21:00, ',
    ]);
  });

  it('refuses a site without any shift', () => {
    const { issues } = check('datacenter_facility', {
      shifts: [
        { name: 'Day Ops', remove: true },
        { name: 'Night Ops', remove: true },
      ],
    });
    expect(codes(issues)).toEqual(['no_shifts']);
  });

  it('refuses more guards than people, and more people at work than expected', () => {
    expect(codes(check('office_corporate', { site: { guards: 13 } }).issues)).toEqual([
      'guards_exceed_people',
    ]);
    // The third shift and maintenance overlap: 15 and 5 people at once, 25 in the first shift.
    expect(codes(check('manufacturing_factory', { site: { expected_users: 24 } }).issues)).toEqual([
      'shifts_exceed_people',
    ]);
  });

  it('refuses a site without staff roles', () => {
    const staff_roles = ['SECURITY', 'ADMIN', 'SUPERVISOR'].map((code) => ({ code, remove: true }));
    expect(codes(check('office_corporate', { staff_roles }).issues)).toEqual(['no_staff_roles']);
  });

  it('warns of weaker security, but leaves it possible', () => {
    const { compatible, warnings } = check('healthcare_hospital', {
      site: { permitted_distance_meters: 80, controls: { gps: false } },
    });
    expect(compatible).toBe(true);
    expect(codes(warnings)).toEqual([
      'control_off',
      'distance_looser',
      'distance_unchecked',
      'alarm_without_gps',
    ]);
  });

  it('takes no distance at all for a looser one', () => {
    const changes = { site: { permitted_distance_meters: null } };
    expect(codes(check('healthcare_hospital', changes).warnings)).toEqual(['distance_looser']);
    const closer = { site: { permitted_distance_meters: 20 } };
    expect(check('healthcare_hospital', closer).warnings).toEqual([]);
  });

  it('warns of a size the template is not made for', () => {
    expect(codes(check('office_corporate', { site: { expected_users: 21 } }).warnings)).toEqual([
      'staff_out_of_range',
    ]);
    expect(codes(check('office_corporate', { site: { admins: 11 } }).warnings)).toEqual([
      'guards_and_admins_exceed_people',
    ]);
  });

  it('is the less confident the more it found, and never below zero', () => {
    expect(check('office_corporate', { site: { expected_users: 30 } }).confidence).toBe(0.9);
    expect(check('office_corporate', { site: { guards: 13 } }).confidence).toBe(0.7);
    const everything = {
      site: { expected_users: 1, guards: 5, controls: { inactivity_alarm: true } },
      shifts: ['Day', 'Night Security'].map((name) => ({ name, remove: true })),
      staff_roles: ['SECURITY', 'ADMIN', 'SUPERVISOR'].map((code) => ({ code, remove: true })),
    };
    expect(check('office_corporate', everything).confidence).toBe(0);
  });
});
