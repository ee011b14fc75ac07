import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';
const SECURITY =
  '(?:sicherheits-?(?:stufe|niveau|level|klasse|einstellung|grad|anforderung(?:en)?)|sicherheit|security(?:[ -]?level)?|schutz(?:stufe|niveau|klasse)|absicherung)';

/** "Standardsicherheit", "Grundschutz": the level is the first half of the word. */
const COMPOUND = '(?:sicherheit|schutz)(?:s(?:stufe|niveau))?';

export const security: Grammar['security'] = {
  levels: {
    basic: [
      'basis',
      '(?:basis|grund|standard|minimal|normal|einstiegs)-?(?:stufe|niveau|level)',
      'basic',
      `(?:basis|grund|standard|minimal|normal)-?${COMPOUND}`,
      'einfach(?:e[nrsm]?)?',
      'grundlegend(?:e[nrsm]?)?',
      'standard',
      'normal(?:e[nrsm]?)?',
      'niedrig(?:e[nrsm]?|ste[nrsm]?)?',
      'gering(?:e[nrsm]?|ste[nrsm]?)?',
      'minimal(?:e[nrsm]?)?',
      'minimum',
    ],
    enhanced: [
      'erhöht(?:e[nrsm]?)?',
      'mittel',
      'mittel-?(?:stufe|niveau|level)',
      'dazwischen',
      'goldene mitte',
      'mittelhoch',
      `mittel-?${COMPOUND}`,
      'mittler(?:e[nrsm]?)',
      'erweitert(?:e[nrsm]?)?',
      'verstärkt(?:e[nrsm]?)?',
      'gesteigert(?:e[nrsm]?)?',
      'gehoben(?:e[nrsm]?)?',
      'enhanced',
    ],
    high: [
      'hoch',
      '(?:hoch|höchst|maximal)-?(?:stufe|niveau|level)',
      `(?:hoch|höchst|maximal)-?${COMPOUND}`,
      'high',
      'hohe[nrsm]?',
      'höchst(?:e[nrsm]?)?',
      'maximal(?:e[nrsm]?)?',
      'maximum',
      'streng(?:e[nrsm]?|ste[nrsm]?)?',
    ],
  },
  stated: [
    `${SECURITY}(?: (?:ist|sei|soll|sollte|muss|wäre|bitte|auf|wird|bei|reicht|genügt|eher|doch|jetzt|nun|also|lieber|stufe|nehmen wir|brauchen wir|hätten wir gern|wählen wir|setzen wir|wollen wir|möchten wir|die|der|das|uns|mir|hier|nur|ganz|völlig|natürlich|selbstverständlich|klar|logisch|logischerweise|unbedingt|definitiv|auf jeden fall|mindestens|wenigstens|gern|gerne|auch|einfach|schon|für (?:den|diesen) standort|am standort|von \\p{L}+))*[ :=,>-]+["']?(?:bitte |die |auf |stufe |eine |dann |doch |nur |eher )*${LEVEL}`,
    `${LEVEL}[ -](?:stufe )?(?:${SECURITY}|schutz|schutzbedarf)`,
    `(?<level>(?:basis|grund|standard|minimal|normal|mittel|hoch|höchst|maximal)-?${COMPOUND})`,
    `(?:stufe|niveau|level)\\s*[:=]?\\s*["']?${LEVEL}`,
  ],
  onTopic: [
    `(?:auf|mit|nehmen(?: wir| sie)?|nimm|brauchen(?: wir)?|brauche|benötigen(?: wir)?|wollen|möchten|wählen|lieber|doch|eher|nur|bitte|stufe|die|den|das|ist|wäre|reicht|genügt|dann|machen wir|eine?|auch|sagen wir|für|sondern) (?:die |den |das |auf |eine |stufe |nur |doch )?${LEVEL}(?! (?:regal|lager|gebäude|haus|stapel|kosten|ansprüche|preis|zeit|mauer|zaun|wert|risiko)\\p{L}*)`,
    `${LEVEL}(?: stufe)?,? (?:reicht|genügt|ist|wäre|passt|bitte|langt|sollte|muss|wird|soll|für uns|dann|stufe|würde|tut)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?: bitte)?(?=\\s*(?:[.,;!]|$))`],
  topic: ['\\p{L}*sicherheit\\p{L}*', 'security', 'schutz\\p{L}*', 'absicherung'],
  telling: ['erhoht', 'basis', 'basisstufe'],
  impossible: [
    `${SECURITY}(?: (?:ist|auf|soll|bei))*[ :=]+["']?(?<level>keine?|null|gar keine|aus|nichts|ultra|extrem|<N>)["']?`,
    `(?<level>keine|null) ${SECURITY}(?! (?:haben|wissen))`,
  ],
};

export const urgency: Grammar['urgency'] = {
  values: [
    {
      value: 'none',
      patterns: [
        'keine?',
        '(?<=^\\s*)(?:nein|nö|nee|ne|eher nicht)(?:,? (?:gar|überhaupt|eher) nicht)?(?=[\\s.!]*$)',
      ],
    },
    {
      value: 'today',
      patterns: [
        '(?:bis |noch )?heute(?: noch)?(?: (?:abend|nachmittag|mittag))?',
        'bis (?:zum )?(?:feierabend|tagesende|heute abend)',
        '(?:binnen|innerhalb)(?: von| der nächsten)? (?:stunden|einer stunde|<N> stunden|24 stunden)',
        'in (?:den nächsten|ein paar|wenigen) stunden',
      ],
    },
    {
      value: 'week',
      patterns: [
        '(?:noch )?(?:in )?diese[r]? woche',
        '(?:bis )?(?:zum )?(?:ende|wochenende)(?: (?:der|dieser) woche)?(?<=woche|wochenende)',
        'wochenende',
        '(?:bis|vor|am|diesen) (?:zum |nächsten |kommenden )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)',
        '(?:in|innerhalb|binnen)(?: von| der)? (?:einer woche|nächsten tagen?|den nächsten tagen|ein paar tagen|wenigen tagen|<N> tagen|den nächsten <N> tagen)',
        '(?<!\\b(?:am|jeden|guten|schönen|der|den|gestern|heute) )(?:über)?morgen',
      ],
    },
    {
      value: 'month',
      patterns: [
        '(?:noch )?(?:in )?diese[nsm]? monats?',
        '(?:bis )?(?:zum )?(?:ende (?:des|dieses) monats|monatsende|ende des laufenden monats)',
        '(?:in|innerhalb|binnen)(?: von)? (?:eines|einem|einen) monats?',
        '(?:in|innerhalb|binnen)(?: von| der)? (?:<N> wochen|ein paar wochen|wenigen wochen|den nächsten wochen|nächsten wochen|(?:den )?(?:nächsten|kommenden) <N> wochen)',
        '(?:bis )?(?:anfang |ende |mitte )?(?:nächste[r]?|kommende[r]?) woche',
        'im (?:laufe des|laufenden) monats?',
      ],
    },
  ],
  cues: [
    '(?:brauch\\p{L}*|benötig\\p{L}*|muss|müssen|müsste\\p{L}*|soll\\p{L}*|fertig|starten|start|live|einricht\\p{L}*|eingerichtet|erledigt|dringend|dringlichkeit|eilig|eilt|bitte|wollen|möchte\\p{L}*|gerne?|loslegen|stehen|steht|laufen|läuft|hätte\\p{L}*|wäre\\p{L}*|frist|deadline|spätestens|reicht|genügt|passt|abgeschlossen|umgesetzt|in betrieb|aufsetzen|ziel|zeitrahmen|geht|machen|klappen|haben|unbedingt|dringendst|unter allen umständen|zwingend)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        '(?:es |das )?(?:hat |haben |ist )?(?:es |das |wir )?(?:gar |überhaupt |wirklich |absolut )?keine?(?:rlei|n)? (?:\\p{L}+ )?(?:eile|hektik|zeitdruck|stress|druck|frist|termindruck|deadline|dringlichkeit)',
        '(?:eilt|drängt|pressiert|brennt)(?: (?:es|das|ja|also|hier|uns|mir))*(?: \\p{L}+){0,3} nicht',
        'nicht(?: (?:so|besonders|sehr|wirklich|sonderlich|allzu|weiter|gerade|unbedingt))* (?:eilig|dringend|dringlich|zeitkritisch|pressant)',
        '(?:hat|haben(?: wir)?|lassen sie sich|lass dir|nehmen sie sich|nimm dir)(?: (?:ruhig|noch|alle|viel|genug|schon|ja|da|damit|auch|gerne?))* zeit(?! (?:bis|für))',
        'irgendwann',
        'wann (?:auch immer|immer|es (?:\\p{L}+ )?passt|sie (?:wollen|können|zeit haben|dazu kommen))',
        'kann (?:ruhig |noch |auch )*warten',
        'ohne (?:eile|hektik|stress|(?:zeit)?druck)',
        'in (?:aller )?ruhe',
        'dringlichkeit\\s*[:=-]?\\s*(?:ist )?(?:keine|niedrig|gering|egal|null)',
        'eile (?:hat|haben) (?:es|das|wir) (?:\\p{L}+ )?nicht',
        '(?:eilig|dringend) (?:ist|haben wir|hab ich) (?:es|das) (?:\\p{L}+ )?nicht',
      ],
    },
    {
      value: 'today',
      patterns: [
        'so (?:schnell|bald|rasch|früh) (?:wie|es) (?:nur )?(?:möglich|geht)',
        'schnellst ?möglich',
        'schnellstens',
        'ehestmöglich',
        'baldmöglichst',
        'asap',
        '(?:am besten|am liebsten|eigentlich) (?:schon )?gestern',
        '(?:am besten )?(?:ab )?sofort',
        'umgehend',
        'unverzüglich',
        'dringlichkeit\\s*[:=-]?\\s*(?:ist )?(?:hoch|sehr hoch|heute)',
      ],
    },
    { value: 'week', patterns: ['dringlichkeit\\s*[:=-]?\\s*(?:ist )?(?:diese )?woche'] },
    { value: 'month', patterns: ['dringlichkeit\\s*[:=-]?\\s*(?:ist )?(?:diesen? )?monat'] },
  ],
};
