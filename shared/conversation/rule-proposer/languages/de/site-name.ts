import type { Grammar } from '../../grammar.ts';
import { noName, otherNames } from './no-name.ts';

const SITE =
  '(?:standort|objekt|gebäude|büro|lager|haus|laden|geschäft|filiale|markt|klinik|krankenhaus|praxis|schule|kita|werk|fabrik|rechenzentrum|apotheke|zentrum|hotel|campus|betrieb|anlage|niederlassung)';

export const siteName: Grammar['siteName'] = {
  cues: [
    '(?<!(?:\\b(?:ich|du|das|was|wie)|chefin|chef|hausmeister|leiter|leiterin|kollege|kollegin|hund|katze|mann|frau|firma|straße|bruder|schwester|inhaber|inhaberin|vermieter|system|und wie|wie bitte|herr|app|er sie) )(?:heißt|heiße)(?: (?:er|es|sie|das(?: ganze)?|der (?:neue )?standort|unser standort))?(?:(?: (?:jetzt|nun|künftig|einfach|übrigens|offiziell|bei uns|intern|dann|ganz einfach|also|schlicht|ab jetzt|neu|der|im|ja|doch|ab sofort)(?= ))*)(?! (?:das|nicht|wie))',
    '(?:soll|sollte|wird|würde)(?: (?:künftig|einfach|jetzt|dann|mal|später|bei uns))*(?= [^.,;!?\\n]{2,60}? (?:heißen|genannt werden|genannt))',
    '(?:namens|mit (?:dem )?namen|unter dem namen|(?:bekannt|bezeichnet|geführt) (?:als|unter))',
    '(?:nennt sich|nennen(?: (?:wir|sie|alle))?(?: (?:ihn|es|sie|das|den standort|das ganze|einfach|hier|alle|bitte|intern|bei uns|künftig))*|nenne?n?t?(?: (?:wir|ihn|es|sie|das|den standort|das ganze|einfach|bitte|intern|bei uns|künftig))+)',
    `(?<!(?:mein|ihr|dein|vor|nach|firmen|benutzer|datei) )(?:der |unser |als )?(?:(?:standort|objekt|anzeige|kurz|ruf|filial|werks|gebäude|betriebs|schul|haus)?name|bezeichnung)(?: (?:des|der|vom|von|für den|für das|für die|unseres|unserer|dieses) (?:\\p{L}+ )?${SITE}e?s?)?(?:(?: (?:ist|lautet|lautete|wäre|wird|sei|jetzt|einfach|nun|soll sein|sollte sein|ändert sich(?: auch)? (?:in|auf|zu))|\\s*[:=-])+)(?! ?nicht )`,
    'name(?:\\s*:| (?:ist|lautet)) ?nicht [^.;!?\\n]{2,50}?,? sondern(?: jetzt| nun)?',
    '(?:heißt|heißen)(?: \\p{L}+)? nicht [^.;!?\\n]{2,50}?,? sondern(?: jetzt| nun)?',
    '(?:trägt|trage|tragen|bekommt|hat|erhält|kriegt|geben(?: (?:sie|wir))?|gebt|gib|verpassen(?: wir)?)(?: (?:künftig|jetzt|nun|ihm|ihr|dem standort|dem ganzen|bitte))* den namen',
    'als namen?(?: (?:nehmen|nimm|wählen|setzen|schreiben|tragen|notieren|hätten|haben|möchten|bitte|sie|wir|gern|gerne|den|einfach))+',
    'wir heißen',
    'hört auf den namen',
    '(?:läuft|firmiert|läuft bei uns|wird bei uns) (?:bei uns |intern )*(?:unter|als)(?: dem namen| der bezeichnung)?(?= ?["\'])',
    'firmiert (?:unter|als)',
    'umbenennen in',
    '(?<!(?:oben|wie|bereits|schon|vorhin|habe|haben|hatten|eben) )genannt(?! (?:werden|wird|wurde|worden|habe|haben|hat|und|\\d))',
    '(?:(?:standort|objekt)?namen?)(?: (?:bitte|wie folgt|ändern|lautet|jetzt|neu))*\\s*:',
    '(?:tauf(?:en|ten)|getauft)(?: (?:wurde|wird|haben|hat|wir|ihn|es|sie|man|(?:das|der|die|den) \\p{L}+|auf(?: den namen)?))*',
  ],
  cuesBehind: [
    '(?:heißt|heissen|heißen|hieße)(?: (?:es|er|sie|das(?: ganze)?|der standort|unser standort|soll|sollte|wird|muss))(?=\\s*(?:[.,;!]|$|und|nein|in))',
    'heißen wir(?=\\s*(?:[.,;!]|$|und))',
    '(?:nennen|nannten|tauften) (?:wir|sie|alle) (?:uns|ihn|es|sie|das ganze|den standort)(?=\\s*(?:[.,;!]|$|und))',
    '(?:genannt|getauft) (?:wird|werden|werden soll)',
    '(?:ist|wäre|lautet) (?:der|unser|sein|ihr) name',
  ],
  appositions: [
    '(?:unser|unsere|der|die|das)(?: neue[rs]?)? (?:standort|gebäude|büro|lager|laden|geschäft|klinik|schule|werk|filiale|betrieb),',
  ],
  leadIns: [
    '(?:(?:er|sie|es|das|der standort|der name) )?(?:heißt|ist|wäre|wird|lautet)(?: einfach)?',
    '(?:(?:dann|also) )?(?:nehmen|nennen|schreiben)(?: (?:wir|sie|ihn|es|das))*(?: (?:einfach|mal|mit))*',
    'sagen wir(?: (?:mal|einfach))*',
    'einfach',
    '(?:na )?ja,?',
    'also,?',
    'ok(?:ay)?,?',
    'name:?',
    'am besten',
    'wie (?:wäre es|wärs|wär es) mit',
  ],
  leadOuts: [
    'bitte(?: schön)?',
    'danke',
    'würde ich sagen',
    'glaube ich',
    'denke ich',
    'heißt (?:er|es|sie|das)',
    'als name',
  ],
  noName,
  otherNames,
  notNames: [
    'idea',
    'not (?:sure|yet|decided)',
    "don't know",
    'noch',
    'offen',
    'unklar',
    'weiß',
    'egal',
    'unbekannt',
    'nichts',
    'nicht',
    'kein(?:e[nr]?)?',
    'später',
    'folgt',
    'ihn',
    'mich',
    'ahnung',
    'so',
    'anders',
    'ähnlich',
    'wie bitte',
    'eigentlich',
  ],
  endWords:
    'und mit in im an auf bei für wir ist sind hat haben wird werden liegt heisst heissen genannt zeitzone sicherheit sicherheitsstufe mitarbeiter personen leute offnungszeiten geoffnet ca etwa rund bitte danke dort hier aber weil der die das ein eine unser unsere ich es dringlichkeit nicht sondern ungefahr nehmen nennen sein soll sollte offen von nahe sowie team'.split(
      ' ',
    ),
  connectors:
    'am an der die das dem den des im zum zur zu und & + von vom bei beim auf ob unter - / of the la le de du van st'.split(
      ' ',
    ),
  sentenceStarts:
    'ein eine einen wir ich du er es sie ist sind haben hat nein ja jo jep hallo hi hey guten moin servus grüß danke bitte kein keine weiss noch warum wieso weshalb wozu wofur was wer wo wann welche welches wie geoffnet offen von ab um rund etwa ca circa ungefahr zwischen sicherheit sicherheitsstufe zeitzone heute morgen diese diesen uberspringen uberspring weiter zuruck nochmal ignoriere ignorier ignorieren vergiss vergessen losche gib zeig zeige genehmige mach mache machen andere andern offnungszeiten entschuldigung sorry moment warte warten alles passt gut super perfekt prima stimmt genau richtig nichts egal ok okay unser unsere mein meine nicht im\u00a0moment das\u00a0ist das\u00a0weiss das\u00a0wird das\u00a0kann das\u00a0steht das\u00a0muss das\u00a0sage das\u00a0kommt das\u00a0klaren die\u00a0frage die\u00a0ist der\u00a0ist der\u00a0name der\u00a0standort die\u00a0schule die\u00a0zeitzone die\u00a0sicherheit setz setze setzen nenn sag sagen kann konnen konnten darf durfen soll sollen muss mussen also\u00a0wir haha lol hm hmm ach achso aha fangen starten neu von\u00a0vorne zusammenfassung hilfe abbrechen stopp behalte behalten nimm nehmen fuge entferne ohne mit'
      .split(' ')
      .map((start) => start.replaceAll('\u00a0', ' ')),
  abbreviations: ['st', 'dr', 'prof', 'str', 'nr', 'hl', 'ing', 'dipl', 'gebr'],
};
