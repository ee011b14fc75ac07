import { describe, expect, it } from 'vitest';
import { readOpeningTime } from '#shared/site-templates/quick-start/read-opening-time.ts';

const hoursOf = (text: string) => {
  const hours = readOpeningTime(text)?.hours;
  if (!hours) return null;
  return hours.around_the_clock ? 'always' : `${hours.open}-${hours.close}`;
};

describe('reading opening hours', () => {
  it.each([
    ['9-5', '09:00-17:00'],
    ['9-6', '09:00-18:00'],
    ['9 to 5, Monday to Friday', '09:00-17:00'],
    ['07:30-16:00', '07:30-16:00'],
    ['06:00–22:00', '06:00-22:00'],
    ['8am to 6pm', '08:00-18:00'],
    ['8:30 a.m. - 5:30 p.m.', '08:30-17:30'],
    ['10am-12am', '10:00-00:00'],
    ['12-24', '12:00-00:00'],
    ['10-6', '10:00-18:00'],
    ['22-6', '22:00-06:00'],
    ['7-22', '07:00-22:00'],
    ['9h-18h', '09:00-18:00'],
    ['de 8h30 à 20h', '08:30-20:00'],
    ['6-22 Uhr', '06:00-22:00'],
    ['von 8 bis 18 Uhr', '08:00-18:00'],
    ['de 9 a 14', '09:00-14:00'],
    ['सुबह ९ से १८', '09:00-18:00'],
    ['من ٨ إلى ٢٠', '08:00-20:00'],
  ])('takes “%s” for %s', (text, hours) => {
    expect(hoursOf(text)).toBe(hours);
  });

  it.each([
    '24/7',
    '24x7',
    '24 hours',
    '24h/24',
    '24 horas',
    '24 Stunden',
    '24 घंटे',
    '٢٤ ساعة',
    '00:00-24:00',
    'around the clock',
    'rund um die Uhr',
    'jour et nuit',
    'three shifts',
    'tres turnos',
    'Dreischichtbetrieb',
    'तीन पाली',
    'ثلاث ورديات',
  ])('takes “%s” for around the clock', (text) => {
    expect(hoursOf(text)).toBe('always');
  });

  it('knows how long two shifts are, but not when', () => {
    expect(readOpeningTime('dos turnos')).toEqual({ minutesPerDay: 16 * 60 });
  });

  it.each(['', 'whenever', '9', '99-100', '5 days a week', '-', '9-'])(
    'does not guess from “%s”',
    (text) => {
      expect(readOpeningTime(text)).toBeUndefined();
    },
  );
});
