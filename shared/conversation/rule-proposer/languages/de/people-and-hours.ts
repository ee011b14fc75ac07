import type { Grammar } from '../../grammar.ts';

const COUNT = '(?:<approx> )*<N>';
const KIND =
  '(?: (?:feste?n?|fest ?angestellten?|eigenen?|interne?n?|externe?n?|aktive?n?|gute?n?|liebe?n?|nette?n?|fleißigen?|verschiedenen?|reguläre?n?|ständigen?|erwarteten?|geplanten?|weibliche und männliche))?';
const STATE =
  '(?: (?:hier|dort|da|derzeit|aktuell|momentan|zurzeit|zur zeit|im moment|dann|insgesamt|jetzt|nun|also|doch|bei uns|am standort|vor ort|im team|im haus|ja|noch|eher|mittlerweile|inzwischen|alle zusammen|zusammen|in summe))*';
const BE =
  '\\s*(?:(?:ist|sind|beträgt|liegt|liegen|wären|wäre|wird|werden|sollte|sollen|sein|bei|auf|von|jetzt|nun|doch|eher|=|:|-)\\s*)+';

const END =
  '(?=\\s*(?:[.,;!?)\\ue00f]|$|insgesamt|sein|im team|im haus|vor ort|am standort|bei uns|an der zahl|zusammen|köpfe))';

export const users: Grammar['users'] = {
  stated: [
    `(?:an)?zahl(?: (?:der|an|von|unserer))?(?: \\p{L}+)? <people>${STATE}${BE}${COUNT}`,
    // Not "38 Leute - die zwei Azubis": who has been counted already is no label.
    `(?<!<N>(?: \\p{L}+)? )<people>${STATE}\\s*[:=-]\\s*${COUNT}`,
    `<people>${STATE} (?:sind es|sind|wären|werden es|haben wir|gibt es)${STATE} ${COUNT}(?=\\s*(?:[.,;!?)]|$))`,
    `(?:mitarbeiter|personen|nutzer|benutzer|kopf|user)-?(?:an)?zahl${STATE}(?:${BE}| )${COUNT}`,
    `(?:belegschaft|team(?:größe|stärke)?|personal(?:stärke|bestand|stand)?|mannschaft|headcount|besetzung|personenzahl)${STATE}(?:${BE}| )${COUNT}`,
    `(?:wir sind|sind wir|wir werden|werden wir|wir wären|wären wir|es sind|sind es|es werden|das sind|wir haben|haben wir|wir beschäftigen|beschäftigen|es gibt|gibt es|(?:es )?arbeiten|wir rechnen mit|rechnen mit|wir erwarten|erwarten wir|wir planen mit|planen mit|mit|für)${STATE} ${COUNT}${KIND} <people>`,
    `(?:wir sind|sind wir|es sind|sind es|wir werden|werden wir|es werden|wir wären|wären wir|das sind|das wären|wir kommen auf)${STATE} ${COUNT}${END}`,
    `(?:wir sind|sind wir|wir werden|werden wir|wir haben|haben wir|wir beschäftigen|(?:es |hier |dort )?arbeiten|mit)${STATE} ${COUNT}${KIND} <helpers>${END}`,
    `(?:wir |hier |dort )?arbeiten(?: wir)?${STATE} ${COUNT}${END}`,
    `(?:beschäftigt|angestellt|tätig|eingeplant|anwesend|vor ort|im einsatz|im haus|am standort|bei uns)(?: (?:sind|werden|wären|haben wir|arbeiten))${STATE} ${COUNT}${END}`,
    `(?:belegschaft|team|personal|mannschaft|haus|standort|betrieb)${STATE} (?:hat|zählt|umfasst|besteht aus|beschäftigt)${STATE} ${COUNT}(?:${KIND} <people>)?(?! (?!<people>)\\p{L})`,
    `${COUNT}${KIND} <people>(?: (?:sein|sind|sollen|werden|die|es|hier))* (?:insgesamt|vor ort|am standort|im haus|gesamt|arbeiten|arbeitet|nutzen|im einsatz|beschäftigt|tätig|im team|sein|im system)`,
    `(?<!<N>${KIND} <people>[^.!?]*)${COUNT}${KIND} <helpers> (?:insgesamt|vor ort|am standort|im haus|gesamt|im team|zusammen)(?![^.!?]*<N>${KIND} <people>)`,
    `(?:team|belegschaft|mannschaft|truppe|personal|crew) (?:von|aus|mit) ${COUNT}`,
    `sondern${STATE} ${COUNT}${KIND} <people>`,
  ],
  mentioned: [
    `${COUNT}${KIND} <people>`,
    `${COUNT} ?-?(?:köpfig(?:e[nrsm]?)?|er-team|personen-(?:betrieb|team|büro)|mann-(?:betrieb|team))`,
  ],
  replaced: [
    'nicht(?: mehr)? <N>(?: <people>)?[,;:]? (?:(?:sondern|es sind|wir sind)(?: nur| doch| eher)? )?<N>',
    '<N>(?: <people>)?,? (?:und )?nicht <N>',
    '<N>(?: <people>)? (?:an)?statt(?: der| nur)? <N>(?: <people>)?',
    'aus (?:den |der )?<N>(?: <people>)?(?: bitte| mal)* (?:eine? )?<N>',
    'von <N> auf <N> <people>',
  ],
  ranges: [
    `<N>\\s*(?:bis|-|oder|/|bis zu|und)(?: vielleicht| auch| sogar| höchstens)* ?<N>${KIND} <people>`,
    `zwischen <N> und <N>${KIND} <people>`,
    `<people>(?: (?:sind es|werden es|so|etwa|ca\\.?|wohl))*:? (?:zwischen |von )?<N>\\s*(?:bis|-|und|oder) ?<N>(?! ?uhr)`,
    '(?:sind|werden|wären|haben)(?: \\p{L}+)? zwischen <N> und <N>(?! ?uhr)',
  ],
  notBefore: [
    'davon',
    '(?<!plus )minus(?= <N>)',
    'darunter',
    'je',
    'pro',
    'jede[rnsm]?',
    'weitere[nr]?',
    'zusätzliche[nr]?',
    'einstellen',
    'suchen',
    'entlassen',
    'die ersten',
    'alle(?= <N>)',
  ],
  notAfter: [
    '(?:pro|je|jede[rnsm]?) (?:schicht|tag|nacht|woche|monat|stunde|etage|stockwerk|team|abteilung|raum)',
    'in (?:jeder|der|einer) (?:schicht|nachtschicht|frühschicht|spätschicht|nacht)',
    'nachts',
    'gleichzeitig',
    'davon',
    'mehr',
    'weniger',
    'zusätzlich',
    'einstellen',
    'gekündigt',
    'in der (?:security|verwaltung|it|buchhaltung|reception|rezeption|sicherheit)',
    'kommen (?:\\p{L}+ )?(?:dazu|hinzu)',
    'zu besuch',
  ],
};

const WHEN =
  '(?: (?:wir|jetzt|täglich|immer|erst|schon|bereits|jeden tag|unter der woche|werktags|wochentags|ist|sind|wird|um|ab|gegen|doch|künftig|dann|eigentlich|er|es|sie|man|das haus|die|den|der|türen|tore|laden|morgens|abends|nun|hier|also|frühestens|spätestens|etwa|ca\\.?|so|punkt|auch|ca))*';
const OPENING = '(?:öffnen|öffnet|öffne|beginnen|beginnt|starten|startet)';
const CLOSING =
  '(?:schließen|schließung|schließzeit|schließt|schließe|enden|endet|sperren|dichtmachen)';

export const hours: Grammar['hours'] = {
  aroundTheClock: [
    'rund um die uhr',
    '24\\s*/\\s*7(?:\\s*/\\s*365)?',
    '24\\s*x\\s*7',
    '24-7',
    '(?<!\\b(?:innerhalb von|binnen|innerhalb|in|nächsten|alle|nach|vor) )(?:24|vierundzwanzig) ?-?(?:h|stunden|std\\.?)(?! (?:vorher|vorab|hotline|support|notdienst|zuvor|später))(?:-?(?:betrieb|dienst|besetzung))?(?: (?:am tag|täglich|pro tag))?(?:,? (?:und )?(?:an )?(?:7|sieben) tagen?(?: (?:die|in der|pro) woche)?)?',
    '(?:bei )?tag und nacht',
    'tags? wie nachts',
    'durchgehend (?:geöffnet|offen|besetzt|in betrieb|auf)(?! (?:von|ab|zwischen))',
    'nie(?:mals)? (?:geschlossen|zu|dicht)',
    '(?:schließen|schließt|machen|zumachen)(?: wir)? (?:nie(?:mals)?|überhaupt nicht|gar nicht)(?: zu| dicht)?',
    '(?:immer|ständig|jederzeit|permanent) (?:geöffnet|offen|auf|besetzt|in betrieb)',
    'non-?stop',
    'die ganze zeit (?:offen|geöffnet|besetzt)',
    '0(?::00)? ?(?:-|bis) ?24(?::00)? ?uhr',
    'ohne (?:schließzeiten|ruhetag und schließzeit)',
  ],
  ranges: [
    '<H>(?: uhr)?\\s*(?:bis|to|-|->)(?: (?:um|ca\\.?|etwa|gegen|so|spätestens|abends|jetzt))*\\s*<H>(?: uhr)?(?! ?<people>)',
    '(?:zwischen|von|ab) <H>(?: uhr)? (?:und|bis)(?: (?:um|etwa|ca\\.?|gegen))? <H>(?: uhr)?(?! ?<people>)',
  ],
  opens: [
    `(?:open(?:s|ing)?(?: at| von)?|${OPENING}|geöffnet|aufgemacht|aufgesperrt|offen|öffnung|(?:betriebs|arbeits|dienst)?beginn|los geht(?: es|'s)?|geht(?: es|'s)? los)${WHEN}\\s*:?\\s*<H>(?! uhr (?:zu|dicht))`,
    `(?:mach(?:en|t)|fangen|fängt|geht|gehts|sperren|sperrt|schließen)${WHEN} <H>(?: uhr)?(?: \\p{L}+)? (?:auf|an|los)`,
    `(?:um|ab|gegen) <H>(?: uhr)? (?:${OPENING}|geöffnet|offen|(?:mach(?:en|t)|sperren|schließen)(?: wir)? auf|fangen(?: wir)? an|geht(?: es|'s)? los|auf(?:machen)?|da|besetzt|wird(?: \\p{L}+)? gearbeitet|arbeiten(?: wir)?(?! bis))`,
    `(?:besetzt|in betrieb|gearbeitet|(?:wir )?arbeiten|betrieb|dienst|auf|da)${WHEN} (?:ab|von) <H>`,
    'um <H>(?: uhr)? (?:aufmachen|anfangen|loslegen|öffnen)',
  ],
  closes: [
    `(?:clos(?:e|es|ing)(?: at)?|${CLOSING}|geschlossen|zugemacht|zugesperrt|dichtgemacht|feierabend|schluss|(?:betriebs|arbeits|dienst)?ende|(?:laden|dienst|betriebs)?schluss|zu)${WHEN}\\s*:?\\s*<H>(?!(?: uhr)?(?: \\p{L}+)? auf)`,
    `mach(?:en|t)${WHEN} <H>(?: uhr)?(?: \\p{L}+)? (?:zu|dicht|schluss|feierabend)`,
    `(?:hören|hört)${WHEN} <H>(?: uhr)? auf`,
    `(?:um|gegen|ab) <H>(?: uhr)? (?:(?:erst|schon) )?(?:${CLOSING}|mach(?:en|t)(?: wir)? (?:zu|dicht|schluss|feierabend)|ist(?: bei uns)? (?:schluss|feierabend|zu|dicht|ende)|schluss|feierabend|zu(?:machen)?|hören(?: wir)? auf)`,
    '(?:geöffnet|offen|auf|besetzt|da|geht|arbeiten|betrieb)(?: \\p{L}+){0,3} bis <H>',
    'bis <T> (?:geöffnet|offen|auf|da|besetzt|gearbeitet|arbeiten)',
  ],
  until: ['bis(?: um)?'],
  from: ['ab', 'von', 'seit'],
  cues: [
    'öffnungszeit(?:en)?',
    'open',
    '(?:opening |business )?hours',
    'geöffnet',
    'öffnen',
    'öffnet',
    'offen',
    'schließen',
    'schließt',
    'geschlossen',
    '(?:betriebs|geschäfts|arbeits|dienst|sprech|laden|schul|büro|kern)zeit(?:en)?',
    'zeiten',
    'in betrieb',
    'betrieb',
    'besetzt',
    'arbeiten(?: wir)?',
    'gearbeitet',
    'wir haben (?:auf|offen)',
    'mo(?:ntags?)?\\.?\\s*(?:-|bis) ?(?:fr|sa|so|do|mi)\\p{L}*',
    'werktags',
    'täglich',
    'da',
  ],
  notCues: [
    '\\p{L}*schicht(?:en)?',
    'ruf(?:en|t)?(?: sie)?(?: mich| uns)?(?: an)?',
    'anrufen?',
    'erreich(?:bar|en)',
    'telefon\\p{L}*',
    'besprechung(?:en)?',
    'meetings?',
    '(?:mittags)?pausen?',
    'mittagessen',
    '(?:an|aus)?liefer\\p{L}+',
    'reinigung\\p{L}*',
    'putz\\p{L}*',
    'besuch(?:szeit|szeiten|er|e)?',
    'kantine',
    'caf[eé]teria',
    'termine?',
    'hotline',
    'park\\p{L}*',
    'alarm\\p{L}*',
    'kameras?',
    'wach(?:dienst|mann|schutz|leute)',
    'rundgang',
    'rundgänge',
    'streife',
    'schulung(?:en)?',
    'wartung\\p{L}*',
    'stau',
    'hauptverkehr\\p{L}*',
    'rezeption',
    'empfang',
  ],
  otherDays: [
    '(?<!-|- |bis )sa(?:mstags?)?\\.?',
    'sonnabends?',
    '(?<!-|- |bis )so(?:nntags?)\\.?',
    'wochenenden?',
    'feiertage?n?',
    '(?<!-|- |bis )freitags?',
    'weihnachten',
    'im (?:sommer|winter)',
    'ferien',
  ],
};
