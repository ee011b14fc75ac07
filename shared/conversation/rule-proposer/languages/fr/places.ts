import type { Grammar } from '../../grammar.ts';

const PLACE = "(?<place>\\p{L}[\\p{L}./_-]*(?:[ ']\\p{L}[\\p{L}.-]*){0,3})";

/** Zone → places as French writes them, where neither the zone nor a country is called so. */
const ZONES: Readonly<Record<string, string>> = {
  'Europe/Paris':
    'francais francaise metropole metropolitaine parisienne cet cest lyon marseille toulouse nice nantes lille bordeaux strasbourg rennes montpellier grenoble rouen toulon reims dijon angers metz nancy brest tours amiens limoges annecy perpignan orleans mulhouse caen saint-etienne le_havre le_mans clermont-ferrand aix-en-provence europe_centrale',
  'Europe/Brussels': 'bruxelles belge belgique anvers gand liege namur charleroi mons',
  'Europe/Zurich':
    'suisse geneve geneva lausanne zurich bale berne neuchatel fribourg sion helvetique',
  'Europe/Luxembourg': 'luxembourgeoise',
  'Europe/London':
    'londres gmt anglaise britannique angleterre grande-bretagne ecosse royaume-uni manchester edimbourg',
  'Europe/Madrid': 'espagnole barcelone seville',
  'Europe/Lisbon': 'lisbonne portugaise',
  'Europe/Rome': 'italienne milan turin naples',
  'Europe/Berlin': 'allemande allemagne munich hambourg francfort cologne',
  'Europe/Vienna': 'vienne',
  'Europe/Warsaw': 'varsovie',
  'Europe/Copenhagen': 'copenhague',
  'Europe/Athens': 'athenes grecque',
  'Europe/Moscow': 'moscou',
  'Europe/Bucharest': 'bucarest',
  'Africa/Casablanca': 'marocaine maroc rabat marrakech tanger',
  'Africa/Algiers': 'alger algerienne oran',
  'Africa/Tunis': 'tunisienne',
  'Africa/Cairo': 'le_caire egyptienne',
  'Africa/Dakar': 'senegalaise',
  'Africa/Abidjan': 'ivoirienne',
  'Africa/Douala': 'yaounde camerounaise',
  'Indian/Reunion': 'la_reunion reunionnaise saint-denis_de_la_reunion',
  'America/Martinique': 'martinique martiniquaise fort-de-france',
  'America/Guadeloupe': 'guadeloupeenne pointe-a-pitre',
  'America/Cayenne': 'guyane',
  'Pacific/Noumea': 'nouvelle-caledonie',
  'Pacific/Tahiti': 'polynesie',
  'America/Toronto': "l'est montreal quebec quebecoise ottawa gatineau laval",
  'America/New_York': 'new_york new-york boston miami washington cote_est',
  'America/Los_Angeles': 'californie san_francisco seattle',
  'Asia/Tokyo': 'japonaise',
  'Asia/Dubai': 'dubai dubaï emirats',
  'Asia/Kolkata': 'indienne bombay mumbai delhi',
  'Asia/Shanghai': 'pekin chinoise',
  'Asia/Beirut': 'beyrouth libanaise',
  'Asia/Singapore': 'singapour',
  UTC: 'utc',
};

const places = Object.fromEntries(
  Object.entries(ZONES).flatMap(([zone, names]) =>
    names.split(' ').map((name) => [name.replaceAll('_', ' '), zone] as const),
  ),
);

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `fuseau(?: horaire)?(?: (?:est|sera|serait|de|du|des|celui|en|c'est|sur|le|la|à|même|que|comme|pour))*(?: d'| l'| :|\\s*[:=])*\\s*(?<!\\p{L})${PLACE}`,
    `(?:à l'|l')?heure(?: (?:locale|normale|standard|officielle|avancée|légale))? (?:de |d'|du |de la |de l'|des )${PLACE}`,
    'heure (?:locale )?(?<place>\\p{L}+(?:aise|oise|ienne|enne|ique|isse|elge|ande|gnole|caine|cque|aine|ale))',
    '(?<place>utc|gmt|cet|cest)',
  ],
  located: [`(?:à|en|près de|au|sur|basée?s? à|située?s? à) ${PLACE}`],
  cues: ['fuseaux?(?: horaires?)?', 'heure locale'],
  places,
};
