import { rawTimeZones } from '@vvo/tzdb';
import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/conversation/rule-proposer/text/fold.ts';
import { canonicalZone, placeZone } from '#shared/conversation/rule-proposer/text/time-zones.ts';
import { timeZone } from '#shared/facility/values.ts';

/** Two zones that show the same time in winter and in summer. */
const clockOf = (zone: string): string =>
  ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z']
    .map((at) => new Date(at).toLocaleString('en', { timeZone: zone }))
    .join();

const oneZone = rawTimeZones.filter(({ countryCode }) =>
  rawTimeZones.every(
    (other, _index, all) =>
      other.countryCode !== countryCode ||
      all.filter((zone) => zone.countryCode === countryCode).length === 1,
  ),
);

describe('places and their time zones', () => {
  it('know the main cities of the time zone database', () => {
    const cities = rawTimeZones.flatMap(({ name, mainCities }) =>
      mainCities.filter((city) => !/[(),/]/.test(city)).map((city) => ({ name, city })),
    );
    const wrong = cities.filter(({ name, city }) => {
      const zone = placeZone(foldText(city), 'en', {});
      return zone === undefined || clockOf(zone) !== clockOf(name);
    });
    // Namesakes on other continents: Victoria, Santiago, ...
    expect(wrong.length).toBeLessThan(cities.length * 0.03);
  });

  it.each(['en', 'es', 'fr', 'de', 'hi', 'ar'])(
    'know a country with one zone by its name in %s',
    (language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      for (const { countryCode, name } of oneZone) {
        const zone = placeZone(foldText(names.of(countryCode) ?? ''), language, {});
        if (zone) expect([countryCode, clockOf(zone)]).toEqual([countryCode, clockOf(name)]);
      }
      expect(placeZone(foldText(names.of('IN') ?? ''), language, {})).toBe('Asia/Kolkata');
    },
  );

  it('do not guess for a country with many zones', () => {
    expect(placeZone('brazil', 'en', {})).toBeUndefined();
  });

  it.each([
    ['america/new_york', 'America/New_York'],
    ['ASIA/KOLKATA', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Calcutta'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
  ])('%s is written %s', (typed, zone) => {
    expect(canonicalZone(typed)).toBe(zone);
    expect(timeZone.safeParse(zone).success).toBe(true);
  });

  it('know no zone on Mars', () => {
    expect(canonicalZone('mars/olympus')).toBeUndefined();
  });
});
