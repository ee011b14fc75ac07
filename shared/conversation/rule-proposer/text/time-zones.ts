import { rawTimeZones } from '@vvo/tzdb';
import { foldText } from './fold.ts';

let names: ReadonlyMap<string, string> | undefined;
let places: ReadonlyMap<string, string> | undefined;

/** The IANA name as it is written, for any spelling of its letters ("america/new_york"); undefined if there is none. */
export const canonicalZone = (name: string): string | undefined => {
  names ??= zoneNames();
  return names.get(name.toLowerCase());
};

/** The zone of a folded place or abbreviation: the language's own names first, then the database's. */
export function placeZone(
  place: string,
  own: Readonly<Record<string, string>>,
): string | undefined {
  places ??= zonesByPlace();
  return Object.hasOwn(own, place) ? own[place] : places.get(place);
}

function zoneNames(): ReadonlyMap<string, string> {
  const grouped = rawTimeZones.flatMap(({ group, name }) => [name, ...group]);
  return new Map(
    [...grouped, 'UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  );
}

/** Countries that have one zone, main cities, and the cities zones are named after; the later ones win. */
function zonesByPlace(): ReadonlyMap<string, string> {
  const countries = rawTimeZones
    .filter(({ countryCode }) => zonesOf(countryCode).length === 1)
    .map(({ countryName, name }) => [foldText(countryName), name] as const);
  const mainCities = rawTimeZones.flatMap(({ mainCities: cities, name }) =>
    cities.map((city) => [foldText(city), name] as const),
  );
  const namesakes = rawTimeZones.flatMap(({ group, name }) =>
    [...group, name]
      .filter((zone) => zone.includes('/'))
      .map((zone) => [cityOf(zone), name] as const),
  );
  return new Map([...countries, ...mainCities, ...namesakes]);
}

const zonesOf = (country: string) =>
  rawTimeZones.filter(({ countryCode }) => countryCode === country);

/** `America/Argentina/Buenos_Aires` → `buenos aires`. */
const cityOf = (zone: string): string =>
  foldText(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
