import { describe, expect, it } from 'vitest';
import { sameSlotValue } from '#tests/evaluation/dialogues/same-value.ts';

const hours = (open: string, close: string, around_the_clock = false) => ({
  open,
  close,
  around_the_clock,
});
const day = { name: 'Day', start: '07:00', end: '19:00', people: 3 };
const night = { name: 'Night', start: '19:00', end: '07:00', people: 2 };

describe('a slot holds what its label says', () => {
  it.each([
    ['site_name', 'Cafe\u0301 Nord', 'Caf\u00e9 Nord'],
    ['site_name', '“Harbor Point”', ' Harbor Point '],
    ['operating_hours', hours('08:00', '08:00', true), hours('00:00', '00:00', true)],
    ['operating_hours', hours('22:00', '06:00'), hours('22:00', '06:00')],
    ['time_zone', 'Asia/Calcutta', 'Asia/Kolkata'],
    ['staff_roles', ['ADMIN', 'NURSE'], ['NURSE', 'ADMIN']],
    ['shifts', [night, day], [day, { people: 2, end: '07:00', start: '19:00', name: 'Night' }]],
    ['expected_users', 60, 60],
  ])('%s: %j is %j', (slot, actual, label) => {
    expect(sameSlotValue(slot, actual, label)).toBe(true);
  });

  it.each([
    ['site_name', 'Harbor', 'Harbor Point'],
    ['operating_hours', hours('00:00', '00:00', true), hours('00:00', '23:59')],
    ['operating_hours', hours('06:00', '22:00'), hours('22:00', '06:00')],
    ['time_zone', 'Europe/Berlin', 'Europe/Paris'],
    ['time_zone', 'nowhere', 'Europe/Paris'],
    ['staff_roles', ['ADMIN'], ['ADMIN', 'NURSE']],
    ['shifts', [day], [{ ...day, people: 4 }]],
    ['expected_users', '60', 60],
  ])('%s: %j is not %j', (slot, actual, label) => {
    expect(sameSlotValue(slot, actual, label)).toBe(false);
  });
});
