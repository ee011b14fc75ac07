import { siteType } from '#shared/facility/values.ts';
import { addBeside, edit, forget, later, leaveOut, type Mutations } from './seeded-draft.ts';

/** What can be wrong with the site of a draft. */
export const SITE_MUTATIONS: Mutations = {
  'no site': leaveOut('site'),
  'a second site': addBeside('site', (data) => ({
    kind: 'site',
    data: { ...data, code: 'ZZ99999' },
  })),
  'a site without a member it needs': forget(
    'site',
    'code',
    'name',
    'site_type',
    'time_zone',
    'operating_hours',
    'expected_users',
  ),
  'a site that says more than a site can': edit('site', (_data, dice) =>
    dice.of([{ approved: true }, { tenant_id: 'globex' }, { status: 'applied' }]),
  ),
  'an empty site name': edit('site', (_data, dice) => ({ name: dice.of(['', '   ', '\u200b']) })),
  'an endless site name': edit('site', ({ name }) => ({ name: name.padEnd(101, '!') })),
  'another site name than was said': edit('site', ({ name }, dice) => ({
    name: dice.of([`${name} 2`, `New ${name}`, 'Somewhere Else', name.slice(0, -1) || 'X']),
  })),
  'a site code nobody can read': edit('site', ({ code }, dice) => ({
    code: dice.of(['', 'AB', `${code}-1`, 'A'.repeat(21), 'ÄÖÜ123']),
  })),
  'a site type that does not exist': edit('site', (_data, dice) => ({
    site_type: dice.of(['castle', 'Office', '', null, 7]),
  })),
  'another site type than was said': edit('site', ({ site_type }, dice) => ({
    site_type: dice.of(siteType.options.filter((type) => type !== site_type)),
  })),
  'users out of bounds': edit('site', (_data, dice) => ({
    expected_users: dice.of([0, -1, 1001, 12.5, 1e9, '30', null]),
  })),
  'other users than were said': edit('site', ({ expected_users }, dice) => ({
    expected_users: (expected_users % 1000) + dice.int(1, 1000 - (expected_users % 1000)),
  })),
  'a time zone that does not exist': edit('site', (_data, dice) => ({
    time_zone: dice.of(['Mars/Olympus', '', '+02:00', 'Europe/Berlin ', 'local']),
  })),
  'another time zone than was said': edit('site', ({ time_zone }, dice) => ({
    time_zone: dice.of(
      ['Pacific/Auckland', 'America/Lima', 'Africa/Lagos'].filter((zone) => zone !== time_zone),
    ),
  })),
  'opening hours that are no times': edit('site', ({ operating_hours }, dice) => ({
    operating_hours: {
      ...operating_hours,
      ...dice.of([{ open: '24:00' }, { close: '8' }, { open: undefined }, { close: '07:60' }]),
    },
  })),
  'opening hours that end as they begin': edit('site', ({ operating_hours: { open } }) => ({
    operating_hours: { open, close: open, around_the_clock: false },
  })),
  'other opening hours than were said': edit('site', ({ operating_hours }, dice) => {
    if (operating_hours.around_the_clock) return undefined;
    const { open, close } = operating_hours;
    const minutes = dice.of([-60, -15, 15, 60]);
    return {
      operating_hours: dice.of([
        { ...operating_hours, open: later(open, minutes) },
        { ...operating_hours, close: later(close, minutes) },
      ]),
    };
  }),
  'around the clock, or not, against what was said': edit('site', ({ operating_hours }) => ({
    operating_hours: operating_hours.around_the_clock
      ? { open: '08:00', close: '18:00', around_the_clock: false }
      : { open: '00:00', close: '00:00', around_the_clock: true },
  })),
};
