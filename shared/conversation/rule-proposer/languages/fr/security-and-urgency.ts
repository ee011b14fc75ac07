import type { Grammar } from '../../grammar.ts';

const LEVEL = '(?<level><level>)';
const SECURITY =
  '(?:(?:le |un |au )?niveau(?: de)? (?:sécurité|protection|sûreté)|(?:la |de |une |en )?sécurité|sûreté|security(?: level)?)';

export const security: Grammar['security'] = {
  levels: {
    basic: [
      'basiques?',
      'de base',
      'base',
      'basic',
      'simple',
      'standard',
      'normale?',
      'classique',
      'ordinaire',
      'courante?',
      'élémentaire',
      'minimale?',
      'minimum',
      'faible',
      'bas(?:se)?',
    ],
    enhanced: [
      'renforcée?',
      'moyen(?:ne)?',
      'intermédiaire',
      '(?:du|de) milieu',
      'entre[- ]les[- ]deux',
      'améliorée?',
      'accrue?',
      'avancée?',
      'enhanced',
    ],
    high: [
      'élevée?',
      'haute?',
      'maximale?',
      'maximum',
      'max',
      'forte?',
      'stricte?',
      'high',
      'plus (?:élevée?|haute?|forte?|stricte?)',
    ],
  },
  stated: [
    `${SECURITY}(?: (?:est|sera|soit|serait|doit être|niveau|plutôt|au niveau|à|en|souhaitée?|demandée?|requise?|voulue?|il faut|on veut|on prend|mettez|nous voulons|c'est|qui soit|suffit|du site|ici|pour nous|bien))*[ :=,>-]+["']?(?:le |la |un |une |plutôt |niveau |donc |bien |très )*${LEVEL}`,
    `${LEVEL} (?:niveau de )?(?:sécurité|sûreté|protection)`,
    `(?:niveau|palier)(?: de sécurité)?\\s*[:=]?\\s*${LEVEL}`,
  ],
  onTopic: [
    `(?:le|la|en|un|une|du|mettez|mets|prenons|prenez|plutôt|est|suffit|voulons|veut|faut|finalement|disons|donc|alors|enfin|prend|choisi\\p{L}*|optons pour|opte pour|sur|mais|c'est|que|de la|passe[rz]? (?:à|en)|à) (?:niveau |le |la |du |plutôt )?${LEVEL}(?! (?:fréquentation|saison|montagne|tension|ville|valeur|rue))`,
    `${LEVEL},? (?:ça )?(?:nous |me )?(?:suffit|suffira|convient|ira|va|s'il vous plaît|svp|stp|est (?:bien|suffisant|parfait)|fera l'affaire)`,
  ],
  alone: [`(?<=(?:^|[.!?,;:-])\\s*)${LEVEL}(?=\\s*(?:[.,;!]|$))`],
  topic: ['sécurité', 'sûreté', 'protection', 'security'],
  telling: ['renforcee', 'renforce', 'basique'],
  impossible: [
    `${SECURITY}(?: (?:est|à|sur|en))*[ :=]+["']?(?<level>aucune?|zéro|rien|nulle?|néant|ultra|extrême|none|<N>)["']?`,
    '(?<level>aucune|zéro) sécurité',
  ],
};

export const urgency: Grammar['urgency'] = {
  values: [
    {
      value: 'none',
      patterns: ['aucune', 'peu importe', '(?<=^\\s*)(?:non|pas vraiment)(?=[\\s.!]*$)'],
    },
    {
      value: 'today',
      patterns: [
        "(?:dès |pour )?aujourd'hui(?: même)?",
        'ce (?:soir|matin|midi)',
        'cet après-midi',
        'dans la journée',
        "(?:d'ici|avant) (?:ce soir|la fin de (?:la )?journée)",
        "(?:dans|d'ici) (?:l'heure|quelques heures|<N> heures)",
        'sous 24 ?h(?:eures)?',
        'pour hier',
      ],
    },
    {
      value: 'week',
      patterns: [
        'cette semaine',
        '(?:dans|courant) (?:la|cette) semaine',
        '(?:sous|dans|en) (?:une|la) semaine',
        "(?:sous|dans|d'ici) (?:les )?(?:huit jours|quelques jours|deux ou trois jours|<N> jours)",
        "(?:(?:d'ici|avant|pour|à|jusqu'à) )?(?:la )?fin (?:de (?:la |cette )?)?semaine",
        "(?:d'ici|avant|pour|jusqu'à|au plus tard)(?: à| ce)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le week-?end)",
        '(?:après-)?demain',
      ],
    },
    {
      value: 'month',
      patterns: [
        'ce mois(?:-ci| ci)?',
        'dans le (?:courant du )?mois',
        "d'ici (?:un|à un) mois",
        'courant (?:du )?mois',
        "(?:dans|sous|d'ici) (?:les )?(?:un mois|<N> semaines|quelques semaines|une quinzaine|quinze jours|les prochaines semaines)",
        "(?:(?:d'ici|avant|pour|à) )?(?:la )?fin (?:du|de ce|de) mois",
        '(?:la )?semaine prochaine',
        'dans les (?:prochaines )?semaines(?: qui viennent)?',
      ],
    },
  ],
  cues: [
    "(?:besoin|faut|faudrait|doit|doive|devrait|voulons|veut|voudrait|voudrions|aimerait|aimerions|souhait\\p{L}+|prêts?|à faire|soit fait|à fait|faire|démarrer|lancer|lancement|urgent|urgence|presse|pressés?|pour|avant|d'ici|délai|échéance|installer|installée?|terminée?|finie?|plaît|svp|opérationnel(?:le)?|mettre en (?:place|service)|en place|idéalement|au plus tard|possible|suffit|ira|serait|sans faute|impérativement|absolument|hier)",
  ],
  free: [
    {
      value: 'none',
      patterns: [
        "(?:(?:il )?n'?y a |y a |on n'a |nous n'avons |c'est |ce n'est )?(?:vraiment |absolument |franchement )?(?:pas|aucune?|sans|zéro|nulle) ?(?:du tout |vraiment |trop |particulièrement |spécialement )?(?:de |d')?(?:urgences?|presse|hâte|échéance|délai|date limite|précipitation)(?: particulière?)?",
        'rien ne (?:nous |me )?presse',
        '(?:ça |cela |on )?(?:ne )?(?:nous |se )?presse pas',
        "(?:pas|n'est pas|sommes pas|suis pas)(?: (?:du tout|très|vraiment|si|trop|particulièrement|plus|spécialement))* (?:urgente?s?|pressée?s?|pressante?)(?! (?:pour|avant) (?:cette|aujourd|demain|ce|la))",
        '(?:ça |cela |tout ça )?(?:peut|pourra)(?: bien| tout à fait| très bien)? attendre',
        'quand (?:vous|tu) (?:voul\\p{L}+|veux|pouv\\p{L}+|peux|pourr\\p{L}+|aur\\p{L}+ le temps|avez le temps)',
        'quand (?:ça|cela) vous (?:arrange|convient|chante)',
        'prenez (?:tout )?votre temps',
        '(?:on|nous) (?:a|avons)(?: tout| bien| encore)? (?:le|du) temps',
        'pas le feu',
        '(?:pas|plus) à (?:un|deux|quelques|<N>) (?:jours?|semaines?) près',
        "n'importe quand",
        'tranquillement',
        'sans (?:se presser|urgence|pression)',
        'urgence\\s*:?\\s*(?:aucune|nulle|faible|basse|zéro)',
        'peu importe quand',
      ],
    },
    {
      value: 'today',
      patterns: [
        'dès que possible',
        'au plus (?:vite|tôt)',
        'immédiatement',
        'tout de suite',
        'le plus (?:vite|tôt|rapidement) possible',
        'aussi (?:vite|tôt|rapidement) que possible',
        'en urgence',
        'asap',
        'sans (?:délai|attendre)',
        'urgence\\s*:?\\s*(?:haute|élevée|immédiate|maximale)',
      ],
    },
    { value: 'week', patterns: ['urgence\\s*:\\s*(?:cette )?semaine'] },
    { value: 'month', patterns: ['urgence\\s*:\\s*(?:ce )?mois'] },
  ],
};
