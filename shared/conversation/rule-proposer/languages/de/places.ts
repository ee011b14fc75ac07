import type { Grammar } from '../../grammar.ts';

const PLACE = "(?<place>\\p{L}[\\p{L}.'/_-]*(?: \\p{L}[\\p{L}.'-]*){0,2})";

/** Zone → places as German writes them, where neither the zone nor a country is called so. */
const ZONES: Readonly<Record<string, string>> = {
  'Europe/Berlin':
    'deutschland deutsch deutsche deutscher deutschen bundesdeutsche mez mesz cet cest mitteleuropaische mitteleuropaischer hamburg munchen muenchen munchn koln koeln frankfurt stuttgart dusseldorf duesseldorf leipzig dresden hannover bremen nurnberg nuernberg dortmund essen duisburg bochum bonn mannheim karlsruhe augsburg kiel rostock erfurt mainz kassel freiburg saarbrucken potsdam magdeburg ulm regensburg wurzburg lubeck bielefeld munster aachen wolfsburg ingolstadt heidelberg',
  'Europe/Vienna':
    'wien wiener osterreich oesterreich osterreichische osterreichischer graz linz salzburg innsbruck klagenfurt',
  'Europe/Zurich':
    'zurich zuerich zurch zurcher zuricher schweiz schweizer schweiz genf genfer basel basler bern berner luzern lausanne winterthur',
  'Europe/London':
    'london gmt england englische britische grossbritannien schottland edinburgh manchester birmingham',
  'Europe/Paris': 'frankreich franzosische lyon marseille strassburg',
  'Europe/Rome': 'rom mailand turin neapel bozen italienische florenz venedig',
  'Europe/Madrid': 'barcelona spanische valencia',
  'Europe/Warsaw': 'warschau krakau breslau danzig polnische',
  'Europe/Prague': 'prag prager brunn tschechien',
  'Europe/Budapest': 'budapester',
  'Europe/Brussels': 'brussel bruessel antwerpen',
  'Europe/Copenhagen': 'kopenhagen kopenhagener danische',
  'Europe/Athens': 'athen athener oez osteuropaische',
  'Europe/Lisbon': 'lissabon lissaboner westeuropaische wez',
  'Europe/Amsterdam': 'rotterdam holland niederlandische den\u00a0haag',
  'Europe/Istanbul': 'turkei turkische ankara',
  'Europe/Moscow': 'moskau moskauer',
  'Europe/Kiev': 'kiew kiewer kyjiw',
  'Europe/Bucharest': 'bukarest bukarester',
  'Europe/Belgrade': 'belgrad belgrader',
  'Africa/Cairo': 'kairo',
  'Asia/Kolkata': 'indische mumbai bangalore neu-delhi delhi kalkutta chennai',
  'Asia/Tokyo': 'tokio tokioter japanische osaka',
  'Asia/Shanghai': 'peking schanghai chinesische',
  'Asia/Hong_Kong': 'hongkong hongkonger',
  'Asia/Singapore': 'singapur singapurer',
  'Asia/Dubai': 'vae abu\u00a0dhabi',
  'America/New_York':
    'new\u00a0york new\u00a0yorker boston washington miami ostkuste atlanta philadelphia',
  'America/Chicago': 'chicagoer houston dallas texas',
  'America/Los_Angeles': 'kalifornien san\u00a0francisco seattle westkuste',
  'America/Mexico_City': 'mexiko-stadt mexiko',
  UTC: 'utc weltzeit',
};

const places = Object.fromEntries(
  Object.entries(ZONES).flatMap(([zone, names]) =>
    names.split(' ').map((name) => [name.replaceAll('\u00a0', ' '), zone] as const),
  ),
);

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `zeitzone(?: (?:ist|wäre|wird|für|den|die|des|der|unsere|unser|standorts?|von|wie|in|also|bitte|sein|soll|sollte|am|auf|jetzt|doch|bei|uns|dort|hier|natürlich|einfach|gilt|nehmen|sie|wir))*\\s*[:=-]?\\s*(?<!\\p{L})${PLACE}`,
    `(?:ortszeit|uhrzeit|zeit)(?: (?:von|in|wie|ist|gilt|für))+ ${PLACE}`,
    '(?<place>\\p{L}+(?: \\p{L}+?)?)er (?:orts|normal|sommer|winter)?zeit',
    `${PLACE} (?:orts|normal|sommer|winter|standard)?zeit`,
    '(?<place>utc|gmt|mez|mesz|cet|cest)',
  ],
  located: [`(?:in|aus|nahe|sitz in|raum|großraum|bei) ${PLACE}`],
  cues: ['\\p{L}*zeitzonen?', 'ortszeit', 'uhren'],
  places,
};
