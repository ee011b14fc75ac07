// Main cities per zone, where they are not in the zone's own name: from @vvo/tzdb (MIT), which is three
// times the size. A test holds the two together.
import cities from './cities.json' with { type: 'json' };
import { zoneOfCountry } from './countries.ts';
import { foldText } from './fold.ts';
import { isSlipOf } from './slips.ts';

let names: ReadonlyMap<string, string> | undefined;
let namesakes: ReadonlyMap<string, string> | undefined;
let mainCities: ReadonlyMap<string, string> | undefined;

/** The IANA name as it is written, for any spelling of its letters ("america/new_york"); undefined if there is none. */
export function canonicalZone(name: string): string | undefined {
  names ??= new Map([...zones(), 'UTC'].map((zone) => [zone.toLowerCase(), zone]));
  return names.get(name.toLowerCase()) ?? linkedZone(name);
}

/** The zone of a folded place: the language's own names, cities that zones are named after, countries, main cities. */
export function placeZone(
  place: string,
  language: string,
  own: Readonly<Record<string, string>>,
): string | undefined {
  if (Object.hasOwn(own, place)) return own[place];
  namesakes ??= new Map(zones().map((zone) => [cityOf(zone), zone]));
  mainCities ??= zonesByMainCity();
  return namesakes.get(place) ?? zoneOfCountry(place, language) ?? mainCities.get(place);
}

const SHORTEST_MISSPELT = 5;

/** The zone of a place with a slip in it ("new yrok"): its letters in another order, or one of them off. */
export function misspeltZone(
  place: string,
  own: Readonly<Record<string, string>>,
): string | undefined {
  if (place.length < SHORTEST_MISSPELT) return undefined;
  namesakes ??= new Map(zones().map((zone) => [cityOf(zone), zone]));
  mainCities ??= zonesByMainCity();
  const known = [...Object.entries(own), ...namesakes, ...mainCities];
  return known.find(([name]) => name.length >= SHORTEST_MISSPELT && isSlipOf(place, name))?.[1];
}

const zones = (): string[] => Intl.supportedValuesOf('timeZone');

/** What the names of zones begin with; to ask the runtime for every "and/or" would take long. */
const AREAS =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\//i;

/** Names the runtime takes without listing them: `Asia/Calcutta` or `Asia/Kolkata`, whichever is the link. */
function linkedZone(name: string): string | undefined {
  const written = name
    .toLowerCase()
    .replace(/(^|[/_-])(\p{L})/gu, (_all, mark, letter) => mark + letter.toUpperCase());
  if (!AREAS.test(name)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: written });
    return written;
  } catch {
    return undefined;
  }
}

const zonesByMainCity = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(cities).flatMap(([zone, named]) =>
      named.map((city) => [foldText(city), zone] as const),
    ),
  );

/** `America/Argentina/Buenos_Aires` → `buenos aires`. */
const cityOf = (zone: string): string =>
  foldText(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
