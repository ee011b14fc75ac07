import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';

export const security: Grammar['security'] = {
  levels: {
    basic: ['basique', 'de base', 'simple', 'standard', 'normale?', 'minimale?', 'faible'],
    enhanced: ['renforcée?', 'moyen(?:ne)?', 'intermédiaire', 'améliorée?', 'accrue?'],
    high: ['élevée?', 'haute?', 'maximale?', 'maximum', 'forte?'],
  },
  stated: [
    `(?:niveau de )?sécurité(?: (?:est|sera|soit|serait|doit être|niveau|plutôt|au niveau|à|en|la plus))*[ :=,]+(?:le |la |plutôt )*${LEVEL}`,
    `${LEVEL} sécurité`,
    `niveau(?: de sécurité)?\\s*[:=]?\\s*${LEVEL}`,
  ],
  onTopic: [
    `(?:le|la|en|un|une|mettez|prenons|plutôt|est|suffit|voulons|veut|faut) (?:niveau )?${LEVEL}`,
    `${LEVEL} (?:suffit|convient|ira|ça ira|s'il vous plaît|svp|est (?:bien|suffisant))`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['sécurité', 'protection'],
  impossible: [
    'niveau de sécurité(?: (?:est|à))*[ :=]+[\'"]?(?<level>aucune?|zéro|rien|\\d+)[\'"]?',
  ],
};

export const urgency: Grammar['urgency'] = {
  values: [
    { value: 'none', patterns: ['aucune', '(?<=^\\s*)non(?=[\\s.!]*$)'] },
    { value: 'today', patterns: ["aujourd'hui(?: même)?", 'ce (?:soir|matin)', 'cet après-midi'] },
    {
      value: 'week',
      patterns: [
        'cette semaine',
        'dans la semaine',
        'sous une semaine',
        'dans (?:une semaine|quelques jours|<N> jours)',
        "(?:d'ici|avant|pour) (?:lundi|mardi|mercredi|jeudi|vendredi|le week-?end|la fin de (?:la )?semaine)",
        'demain',
      ],
    },
    {
      value: 'month',
      patterns: [
        'ce mois(?:-ci)?',
        'dans le mois',
        'dans (?:un mois|<N> semaines|quelques semaines)',
        '(?:fin du|à la fin du|avant la fin du) mois',
        'la semaine prochaine',
        'sous un mois',
      ],
    },
  ],
  cues: [
    '(?:besoin|faut|doit|devrait|voulons|veut|voudrait|voudrions|aimerait|aimerions|prêts?|faire|fait|démarrer|urgent|urgence|presse|pour|avant|délai|installer|lancer|terminée?|plaît|être|opérationnel(?:le)?)',
  ],
  free: [
    {
      value: 'none',
      patterns: [
        "(?:rien ne |il n'y a |y a |on n'a |nous n'avons |aucune|pas (?:de|d'))? ?(?:pas (?:de|d')|aucune?|presse|sans) ?(?:urgence|presse|hâte)",
        'rien ne presse',
        "(?:ce n'est |c'est )?pas (?:du tout |très |vraiment )?(?:urgent|pressée?s?)",
        'quand vous (?:voulez|pouvez)',
        'quand ça vous (?:arrange|convient)',
        'prenez votre temps',
      ],
    },
    {
      value: 'today',
      patterns: [
        'dès que possible',
        'au plus vite',
        'immédiatement',
        'tout de suite',
        'le plus (?:vite|tôt) possible',
        'en urgence',
      ],
    },
  ],
};
