// ISO 3166-1 code → zone, for countries that have one, or one where nearly everybody lives: from @vvo/tzdb (MIT).
import zones from './countries.json' with { type: 'json' };
import { foldText } from './fold.ts';

const zonesByName = new Map<string, ReadonlyMap<string, string>>();

/** The zone of a country by its folded name in a language; undefined where a country has several. */
export function zoneOfCountry(name: string, language: string): string | undefined {
  const known = zonesByName.get(language) ?? namesIn(language);
  zonesByName.set(language, known);
  return known.get(name);
}

function namesIn(language: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const named = Object.entries(zones).map(([code, zone]) => [names.of(code), zone] as const);
  return new Map(named.map(([name, zone]) => [foldText(name ?? ''), zone]));
}
