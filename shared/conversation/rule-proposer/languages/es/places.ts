import type { Grammar } from '../../grammar.ts';

const PLACE = "(?<place>\\p{L}[\\p{L}.'/_-]*(?: \\p{L}[\\p{L}.'-]*){0,3})";
const OF_PLACE =
  'español|mexican|argentin|chilen|colombian|peruan|uruguay|paraguay|bolivian|venezolan|ecuatorian|cuban|dominican|panameñ|costarricens|guatemaltec|portugues|frances|american|madrileñ';

/** Zone → places as Spanish writes them, where neither the zone nor a country is called so. */
const ZONES: Readonly<Record<string, string>> = {
  'Europe/Madrid':
    'peninsular peninsula espana espanola espanol madrilena cet cest barcelona valencia sevilla bilbao zaragoza malaga murcia alicante cordoba_espana valladolid vigo gijon oviedo granada a_coruna la_coruna coruna vitoria pamplona san_sebastian santander burgos salamanca almeria cadiz huelva jaen toledo badajoz caceres leon_espana lleida tarragona girona castellon elche mallorca palma baleares ibiza menorca logrono europa_central',
  'Atlantic/Canary':
    'canaria canarias islas_canarias tenerife gran_canaria las_palmas lanzarote fuerteventura',
  'America/Mexico_City':
    'mexicana ciudad_de_mexico cdmx df mexico guadalajara puebla queretaro leon toluca morelia veracruz oaxaca centro_de_mexico',
  'America/Monterrey': 'monterrey saltillo',
  'America/Cancun': 'cancun quintana_roo playa_del_carmen',
  'America/Tijuana': 'tijuana baja_california mexicali',
  'America/Hermosillo': 'hermosillo sonora',
  'America/Argentina/Buenos_Aires':
    'argentina buenos_aires rosario la_plata mar_del_plata baires bs_as caba',
  'America/Argentina/Cordoba': 'cordoba',
  'America/Argentina/Mendoza': 'mendoza',
  'America/Santiago':
    'chile chilena santiago_de_chile santiago valparaiso concepcion vina_del_mar antofagasta',
  'America/Bogota': 'colombiana medellin cali barranquilla cartagena bucaramanga',
  'America/Lima': 'peruana arequipa trujillo cusco',
  'America/Guayaquil': 'ecuador ecuatoriana quito cuenca guayaquil',
  'America/Caracas': 'venezolana maracaibo',
  'America/Montevideo': 'uruguaya punta_del_este',
  'America/Asuncion': 'paraguaya asuncion',
  'America/La_Paz': 'boliviana la_paz santa_cruz_de_la_sierra cochabamba',
  'America/Panama': 'panamena ciudad_de_panama panama',
  'America/Costa_Rica': 'costarricense san_jose_de_costa_rica',
  'America/Guatemala': 'guatemalteca ciudad_de_guatemala',
  'America/Havana': 'cubana la_habana',
  'America/Santo_Domingo': 'dominicana',
  'America/Puerto_Rico': 'san_juan_de_puerto_rico',
  'America/New_York':
    'nueva_york nueva_jersey miami florida boston washington filadelfia costa_este este_de_estados_unidos',
  'America/Los_Angeles':
    'los_angeles california san_francisco seattle pacifico costa_oeste san_diego',
  'America/Chicago': 'houston dallas texas',
  'Europe/London': 'londres gmt inglaterra reino_unido gran_bretana escocia edimburgo inglesa',
  'Europe/Paris': 'paris marsella lyon burdeos francesa',
  'Europe/Berlin': 'berlin munich hamburgo alemana colonia francfort',
  'Europe/Lisbon': 'lisboa oporto portuguesa',
  'Europe/Rome': 'roma milan turin napoles florencia',
  'Europe/Zurich': 'zurich ginebra basilea berna',
  'Europe/Brussels': 'bruselas amberes',
  'Europe/Vienna': 'viena',
  'Europe/Warsaw': 'varsovia',
  'Europe/Moscow': 'moscu',
  'Europe/Athens': 'atenas',
  'Europe/Copenhagen': 'copenhague',
  'Africa/Casablanca': 'marruecos tanger rabat',
  'Africa/Cairo': 'el_cairo',
  'Asia/Tokyo': 'tokio',
  'Asia/Shanghai': 'pekin',
  'Asia/Kolkata': 'delhi nueva_delhi bombay',
  'America/Sao_Paulo': 'sao_paulo rio_de_janeiro brasilia',
  UTC: 'utc',
};

const places = Object.fromEntries(
  Object.entries(ZONES).flatMap(([zone, names]) =>
    names.split(' ').map((name) => [name.replaceAll('_', ' '), zone] as const),
  ),
);

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `(?:zona|huso|uso) horari[oa](?: (?:es|será|sería|la|el|las|los|de|del|en|que|misma?|usamos|aplica|local))*\\s*[:=]?\\s*(?<!\\p{L})${PLACE}`,
    `(?<!(?:qué|buena|primera|media|última|mala|poca) )(?:hora|horario)(?: (?:local|oficial|peninsular|estándar))? (?:de|del)(?: (?:la|las|los|el))? ${PLACE}`,
    `(?:hora|horario) (?:local )?(?<place>(?:${OF_PLACE})[oa]?|peninsular|canari[oa])`,
    `(?:hora|horario)(?: (?:oficial|local))? (?:es|sería|será|que (?:usamos|aplica|vale) es) (?:la|el) de(?: (?:la|los|el))? ${PLACE}`,
    `(?:la |el )?misma? (?:hora|zona|huso) (?:que|de) (?:en )?${PLACE}`,
    '(?<place>utc|gmt|cet|cest)',
  ],
  located: [
    `(?:en|desde|cerca de|afueras de|ubicad[oa]s? en|situad[oa]s? en|estamos en|sede en) ${PLACE}`,
  ],
  cues: ['zonas? horarias?', 'husos? horarios?', 'uso horario', 'hora local'],
  places,
};
