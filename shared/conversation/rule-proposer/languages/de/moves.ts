import type { Grammar } from '../../grammar.ts';

const WHOLE = (words: string) => `(?<=^\\s*)(?:${words})(?=\\s*[.!?]*\\s*$)`;
const FINE = '(?:gut|passt|passen|ok|okay|in ordnung|perfekt|richtig|super|prima|so)';

export const moves: Grammar['moves'] = {
  startOver: [
    '(?:von vorne?|von neuem|neu) (?:anfangen|beginnen|starten)',
    '(?:nochmal|noch einmal|wieder|ganz)? ?von (?:vorne?|anfang an|null)',
    '(?:fangen|fang|beginnen|starten) (?:wir )?(?:bitte )?(?:nochmal|noch einmal|neu|von vorne?)(?: an)?',
    'alles (?:löschen|zurücksetzen|vergessen)',
    'vergiss alles',
    WHOLE('neustart|zurücksetzen'),
  ],
  goBack: [
    '(?:geh|gehe|gehen wir|bitte|einen schritt|eine frage|springe)(?: \\S+){0,3}? zurück',
    'zurück zur (?:vorherigen|letzten) frage',
    WHOLE('zurück(?: bitte)?'),
    'vorherige frage',
  ],
  skip: [
    'überspring(?:en|e|t)?(?: (?:wir|bitte|das|diese|die|frage))*',
    WHOLE('weiter|nächste(?: frage)?|später|passe|jetzt nicht'),
    '(?:frag|fragen sie) (?:mich )?(?:später|nachher)(?: (?:nochmal|noch einmal))?',
    '(?:das )?(?:sage|klären|klären wir|beantworte) ich? ?(?:ihnen )?später',
  ],
  why: [
    '(?:warum|wieso|weshalb|wozu|wofür) (?:wollen|brauchen|müssen|fragen|möchten|benötigen|ist|wird|interessiert|braucht|fragst|willst)',
    WHOLE('(?:und |aber )?(?:warum|wieso|weshalb|wozu|wofür)(?: das| denn)*'),
    'wofür ist das',
  ],
  summary: [
    'zusammenfass(?:ung|en)',
    'fass(?:e|en sie)? (?:bitte )?zusammen',
    'was (?:haben (?:sie|wir)|hast du|wissen sie) (?:bisher|bis jetzt|schon)',
    'überblick',
  ],
  human: [
    'mit (?:einem|einer|jemandem)(?: echten| richtigen)? ?(?:menschen|person|mitarbeiter|kollegen)? ?(?:sprechen|reden)',
    'einen menschen',
  ],
  accept: [
    WHOLE(
      '(?:(?:ja|jawohl|jo|genau|richtig|stimmt|korrekt|ok|okay|klar|passt(?: so)?|gerne?|perfekt|super|einverstanden|in ordnung|gut|prima|so ist es|bitte|danke|alles klar)[\\s,.!]*)+',
    ),
    '(?<=^\\s*)(?:ja|genau|richtig|stimmt|korrekt|okay|ok)(?=[\\s,.!])',
    `(?:das|die|alles|beides|so) ${FINE}`,
    'passt(?: (?:so|gut|alles))?',
    'passen so',
    '(?:so )?(?:lassen|behalten|beibehalten)(?: wir)?',
    'wie vorgeschlagen',
    'keine änderungen?',
    '(?:sind|bin) (?:wir |ich )?einverstanden',
  ],
  decline: [
    '(?<=^\\s*)(?:nein|nee|falsch|stimmt nicht|nicht richtig)(?=[\\s,.!]|$)',
    'das (?:ist|stimmt) (?:nicht|falsch)',
  ],
  keepTeam: [
    `(?:die |ihre )?(?:vorgeschlagenen )?(?:rollen|schichten)(?: und (?:die )?(?:vorgeschlagenen )?(?:rollen|schichten))? (?:sind |finde ich |können )?(?:so )?${FINE}`,
    '(?:behalt(?:en|e)?|übernehm(?:en|e)|lassen)(?: \\S+){0,3}? (?:rollen|schichten)',
  ],
  finish: [
    '(?:entwurf|vorschlag) (?:bitte )?(?:erstellen|machen|vorbereiten|anlegen)',
    '(?:erstell|mach|bereite)(?:en|e|t)?(?: sie)?(?: bitte)? (?:den|einen) (?:entwurf|vorschlag)',
    'das (?:ist|war) alles',
  ],
  greeting: ['hallo', 'hi', 'guten (?:tag|morgen|abend)', 'moin', 'servus', 'grüß gott', 'grüezi'],
  thanks: ['danke(?: schön| sehr)?', 'vielen dank'],
  howAreYou: ["wie geht(?:'s| es)(?: (?:dir|ihnen))?"],
  whoAreYou: [
    'wer (?:bist du|sind sie)',
    '(?:bist du|sind sie) ein (?:bot|roboter|mensch|computer)',
  ],
  asks: [
    '(?:was|welche[rsn]?|wer|wo|wann|wie|wie viele?) (?:sagt|sagen|steht|ist|sind|gilt|gelten|muss|müssen|darf|dürfen|hat|haben|regelt|schreibt|macht)',
  ],
  asksWithMark: [
    'was',
    'welche[rsn]?',
    'wer',
    'wo',
    'wann',
    'wie',
    'warum',
    'wieso',
    'ist',
    'sind',
    'gibt',
    'kann',
    'können',
    'darf',
    'dürfen',
    'muss',
    'müssen',
    'haben',
    'hat',
    'wozu',
    'wofür',
  ],
  requests: [
    '(?:kannst|können|könntest|könnten) (?:du|sie|wir)(?: bitte)? (?:das )?(?:ändern|setzen|machen|eintragen)',
  ],
  topics: {
    expected_users: [
      'wie viele (?:leute|personen|mitarbeiter|nutzer)',
      'anzahl',
      'personenzahl',
      'mitarbeiter(?:zahl)?',
      'nutzer(?:zahl)?',
      'personen',
      'leute',
    ],
    security_level: ['sicherheit(?:sstufe|sniveau)?'],
    time_zone: ['zeitzone'],
    operating_hours: ['öffnungszeiten', 'betriebszeiten'],
    site_name: ['name[ns]?'],
    site_type: ['art', 'typ'],
    urgency: ['dringlichkeit', 'eilig', 'frist'],
    staff_roles: ['rollen'],
    shifts: ['schichten'],
  },
};
