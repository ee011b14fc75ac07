import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';

export const security: Grammar['security'] = {
  levels: {
    basic: [
      'basis',
      'einfach(?:e[rns]?)?',
      'grundlegend(?:e[rns]?)?',
      'standard',
      'normal(?:e[rns]?)?',
      'niedrig(?:e[rns]?)?',
      'minimal(?:e[rns]?)?',
    ],
    enhanced: [
      'erweitert(?:e[rns]?)?',
      'erhöht(?:e[rns]?)?',
      'verstärkt(?:e[rns]?)?',
      'mittel',
      'mittlere[rns]?',
    ],
    high: ['hoch', 'hohe[rns]?', 'höchste[rns]?', 'maximal(?:e[rns]?)?'],
  },
  stated: [
    `(?:sicherheit(?:sstufe|sniveau|slevel)?|schutzstufe)(?: (?:ist|soll|sein|sollte|auf|die|das|stufe|bitte|wäre|reicht|lieber|doch))*[ :=,]+${LEVEL}`,
    `${LEVEL} (?:sicherheit(?:sstufe|sniveau)?|schutzstufe)`,
    `(?:stufe|niveau)\\s*[:=]?\\s*${LEVEL}`,
    'basis-?(?=sicherheit)(?<level>)',
  ],
  onTopic: [
    `(?:die|das|auf|mit|nehmen|wollen|brauchen|lieber|dann|also|ist|reicht) ${LEVEL}`,
    `${LEVEL} (?:reicht|genügt|bitte|ist (?:gut|ok|in ordnung)|wäre gut|passt)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['sicherheit(?:sstufe|sniveau)?', 'schutzstufe'],
  impossible: [
    'sicherheitsstufe(?: (?:ist|auf))*[ :=]+[\'"]?(?<level>keine|null|nichts|\\d+)[\'"]?',
  ],
};

export const urgency: Grammar['urgency'] = {
  values: [
    { value: 'none', patterns: ['keine', '(?<=^\\s*)nein(?=[\\s.!]*$)'] },
    { value: 'today', patterns: ['heute(?: noch)?', 'heute (?:abend|nachmittag)'] },
    {
      value: 'week',
      patterns: [
        'diese woche',
        'in dieser woche',
        'innerhalb (?:einer|der) woche',
        'bis (?:montag|dienstag|mittwoch|donnerstag|freitag|zum wochenende|ende der woche)',
        'in (?:ein paar|wenigen|<N>) tagen',
        'binnen einer woche',
        'morgen',
      ],
    },
    {
      value: 'month',
      patterns: [
        'diese[nmr] monat',
        'in diesem monat',
        'innerhalb (?:eines|des) monats',
        'bis (?:zum )?(?:monatsende|ende des monats)',
        'in (?:ein paar|einigen|<N>) wochen',
        'nächste woche',
        'in einem monat',
      ],
    },
  ],
  cues: [
    '(?:brauchen|brauche|benötigen|müssen|muss|soll(?:en|te)?|fertig|bereit|starten|dringend|eilig|eilt|bis|frist|wollen|möchten|bitte|einrichten|läuft|stehen|live|dringlichkeit)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        '(?:hat |haben |es hat |wir haben )?keine (?:eile|hektik|dringlichkeit)',
        'nicht (?:so |besonders |sehr )?(?:dringend|eilig)',
        'eilt nicht',
        'wann immer es passt',
        'lasst euch zeit',
        'in ruhe',
      ],
    },
    {
      value: 'today',
      patterns: ['so schnell wie möglich', 'sofort', 'schnellstmöglich', 'umgehend', 'asap'],
    },
  ],
};
