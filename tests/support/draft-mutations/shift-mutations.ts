import {
  addBeside,
  edit,
  forget,
  later,
  leaveOut,
  leaveOutAll,
  type Mutations,
} from './seeded-draft.ts';

/** What can be wrong with the shifts of a draft. Those of a sound one are the ones agreed on. */
export const SHIFT_MUTATIONS: Mutations = {
  'no shifts': leaveOutAll('shift'),
  'a shift left out': leaveOut('shift'),
  'a shift nobody agreed on': addBeside('shift', (data) => ({
    kind: 'shift',
    data: { ...data, name: 'Extra' },
  })),
  'a shift twice': addBeside('shift', (data) => ({ kind: 'shift', data: { ...data } })),
  'a shift without a member it needs': forget(
    'shift',
    'site_code',
    'name',
    'start',
    'end',
    'people',
  ),
  'a shift of another site': edit('shift', () => ({ site_code: 'ZZ99999' })),
  'a shift without a name': edit('shift', (_data, dice) => ({ name: dice.of(['', '  ']) })),
  'another shift name than was agreed': edit('shift', ({ name }) => ({ name: `${name} shift` })),
  'a shift that is at no time': edit('shift', (_data, dice) =>
    dice.of([{ start: '24:00' }, { end: '7:00' }, { start: 'dawn' }, { end: '' }]),
  ),
  'a shift of no length': edit('shift', ({ start, end }) =>
    start === end ? undefined : { end: start },
  ),
  'a shift that begins too late': edit('shift', ({ start, end }, dice) =>
    start === end ? undefined : { start: later(start, dice.of([15, 30, 60, 120])) },
  ),
  'a shift that ends too early': edit('shift', ({ start, end }, dice) =>
    start === end ? undefined : { end: later(end, -dice.of([15, 30, 60, 120])) },
  ),
  'a shift that overlaps the next': edit('shift', ({ end }, dice, { facts }) =>
    facts.shifts.length > 1 ? { end: later(end, dice.of([60, 120, 240])) } : undefined,
  ),
  'a shift with start and end exchanged': edit('shift', ({ start, end }) =>
    start === end ? undefined : { start: end, end: start },
  ),
  'people out of bounds': edit('shift', (_data, dice) => ({
    people: dice.of([0, -3, 1001, 1.5, '4', null]),
  })),
  'more people on a shift than the site has': edit('shift', (_data, dice, { facts }) =>
    facts.expectedUsers < 1000 ? { people: dice.int(facts.expectedUsers + 1, 1000) } : undefined,
  ),
  'other people than were agreed': edit('shift', ({ people }) =>
    people > 1 ? { people: people - 1 } : undefined,
  ),
  'a night that is a day, or a day that is a night': edit('shift', ({ night }) => ({
    night: !night,
  })),
  'checks at impossible intervals': edit('shift', (_data, dice) => ({
    check_minutes: dice.of([0, -5, 1441, 2.5]),
  })),
};
