import { describe, expect, it } from 'vitest';
import { findTemplate } from '#shared/site-templates/catalogue.ts';
import { customizations } from '#shared/site-templates/customizations.ts';
import { customize } from '#shared/site-templates/customize.ts';
import { CustomizationError } from '#shared/site-templates/errors.ts';

const office = findTemplate('office_corporate');
const hospital = findTemplate('healthcare_hospital');

const customized = (changes: unknown, template = office) =>
  customize(template, customizations.parse(changes), { timeZone: 'Europe/Madrid' });

/** The pointers of the refused fields. */
function refusedFields(changes: unknown, template = office): unknown {
  try {
    customized(changes, template);
  } catch (error) {
    if (error instanceof CustomizationError) return error.extensions['errors'];
    throw error;
  }
  return [];
}

describe('customizing a template', () => {
  it('changes nothing without customizations, but fills in the tenant’s time zone', () => {
    const { site, shifts, staff_roles } = customized({});
    expect(site).toMatchObject({ code: 'OFF001', time_zone: 'Europe/Madrid', expected_users: 12 });
    expect(shifts).toEqual(office.shifts);
    expect(staff_roles).toEqual(office.staff_roles);
  });

  it('uses UTC for a tenant without a time zone', () => {
    expect(customize(office, customizations.parse({})).site.time_zone).toBe('UTC');
  });

  it('replaces fields of the site and leaves the others', () => {
    const { site } = customized({ site: { name: 'Nord', open: '07:00', guards: 0 } });
    expect(site).toMatchObject({ name: 'Nord', code: 'OFF001', guards: 0, admins: 3 });
    expect(site.operating_hours).toEqual({
      open: '07:00',
      close: '18:00',
      around_the_clock: false,
    });
  });

  it('prefers the time zone of the customizations over the tenant’s', () => {
    expect(customized({ site: { time_zone: 'Asia/Tokyo' } }).site.time_zone).toBe('Asia/Tokyo');
  });

  it('switches single controls, and tells no distance from distance unsaid', () => {
    const changed = customized({ site: { controls: { site_audit: false } } }, hospital);
    expect(changed.security).toEqual({ ...hospital.security, site_audit: false });
    const unlimited = customized({ site: { permitted_distance_meters: null } }, hospital);
    expect(unlimited.security.permitted_distance_meters).toBeNull();
  });

  it('changes, adds and removes shifts by name, whatever the case of its letters', () => {
    const { shifts } = customized({
      shifts: [
        { name: 'DAY', people: 5 },
        { name: 'Evening', start: '18:00', end: '22:00', people: 1 },
        { name: 'Night Security', remove: true },
      ],
    });
    expect(shifts).toEqual([
      { name: 'DAY', start: '08:00', end: '17:00', people: 5, check_minutes: 30, night: false },
      { name: 'Evening', start: '18:00', end: '22:00', people: 1, night: false },
    ]);
  });

  it('calls a moved shift a night shift when it works in the small hours', () => {
    const { shifts } = customized({ shifts: [{ name: 'Day', start: '20:00', end: '04:00' }] });
    expect(shifts[0]?.night).toBe(true);
  });

  it('names a new staff role after its code unless it has a name', () => {
    const { staff_roles } = customized({
      staff_roles: [{ code: 'FIRE_WARDEN' }, { code: 'ADMIN', name: 'Office Manager' }],
    });
    expect(staff_roles).toContainEqual({ code: 'FIRE_WARDEN', name: 'Fire Warden' });
    expect(staff_roles).toContainEqual({ code: 'ADMIN', name: 'Office Manager' });
  });

  it('points to every field that a new shift lacks', () => {
    expect(refusedFields({ shifts: [{ name: 'Evening', people: 1 }] })).toEqual([
      { pointer: '/customizations/shifts/0/start', detail: expect.any(String) },
      { pointer: '/customizations/shifts/0/end', detail: expect.any(String) },
    ]);
  });

  it.each([
    ['a shift of no length', { shifts: [{ name: 'Day', end: '08:00' }] }, '/shifts/0/end'],
    [
      'a shift named twice',
      { shifts: [{ name: 'Day' }, { name: 'day!', remove: true }] },
      '/shifts/1/name',
    ],
    [
      'a role named twice',
      { staff_roles: [{ code: 'QC' }, { code: 'QC', name: 'x' }] },
      '/staff_roles/1/code',
    ],
    ['opening when it closes', { site: { open: '18:00' } }, '/site/close'],
    [
      'hours for what never closes',
      { site: { open: '09:00', around_the_clock: true } },
      '/site/open',
    ],
  ])('refuses %s', (_, changes, place) => {
    expect(refusedFields(changes)).toEqual([
      { pointer: `/customizations${place}`, detail: expect.any(String) },
    ]);
  });

  it('needs both ends of the day once a site stops being open around the clock', () => {
    expect(refusedFields({ site: { open: '08:00' } }, hospital)).toEqual([
      { pointer: '/customizations/site/close', detail: expect.any(String) },
    ]);
    expect(refusedFields({ site: { around_the_clock: false } }, hospital)).toHaveLength(2);
    expect(refusedFields({ site: { open: '08:00', close: '20:00' } }, hospital)).toEqual([]);
  });
});

describe('the schema of customizations', () => {
  const faultsOf = (text: string) => {
    const outcome = customizations.safeParse(JSON.parse(text));
    return outcome.success ? [] : outcome.error.issues.map(({ path }) => path.join('/'));
  };

  it('refuses prototype pollution and leaves every object as it was', () => {
    expect(faultsOf('{"__proto__":{"polluted":true}}')).toEqual(['']);
    expect(faultsOf('{"site":{"__proto__":{"polluted":true}}}')).toEqual(['site']);
    expect(faultsOf('{"site":{"controls":{"constructor":{"prototype":{}}}}}')).toEqual([
      'site/controls',
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('treats names of built-in properties as any other name', () => {
    const { shifts } = customized({
      shifts: [{ name: '__proto__', start: '08:00', end: '09:00', people: 1 }],
    });
    expect(shifts.at(-1)?.name).toBe('__proto__');
  });

  it.each([
    ['{"site":{"guards":-1}}', 'site/guards'],
    ['{"site":{"permitted_distance_meters":5}}', 'site/permitted_distance_meters'],
    ['{"site":{"permitted_distance_meters":1001}}', 'site/permitted_distance_meters'],
    ['{"site":{"open":"25:00"}}', 'site/open'],
    ['{"site":{"time_zone":"Mars/Base"}}', 'site/time_zone'],
    ['{"shifts":[{"people":1}]}', 'shifts/0/name'],
    ['{"shifts":[{"name":"Day","remove":true,"people":3}]}', 'shifts/0'],
    ['{"staff_roles":[{"code":"small"}]}', 'staff_roles/0/code'],
  ])('points to the wrong field of %s', (text, path) => {
    expect(faultsOf(text)).toEqual([path]);
  });
});
