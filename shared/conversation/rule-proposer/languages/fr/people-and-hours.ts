import type { Grammar } from '../../grammar.ts';

const COUNT = "(?:<approx> ?)*<N>(?: d[e'] ?)?";
const END =
  "(?=\\s*(?:[.,;!?)\\ue00f]|$|en tout|au total|ici|sur (?:site|place|le site)|dans (?:les (?:locaux|murs)|nos (?:locaux|murs))|cette année|désormais|maintenant|à travailler|dans l'équipe))";
const KIND = '(?: (?:bonnes?|braves?|autres|différentes?|vraies?|actuels?|futurs?|petits?|chers))?';
const PEOPLE = `${KIND} ?<people>`;
const STATE =
  "(?: (?:déjà|ici|là|au total|en tout|plutôt|actuellement|maintenant|désormais|finalement|donc|tous|sur (?:site|place)|pour (?:le moment|l'instant)|aujourd'hui|en moyenne|bien))*";
const BE =
  "\\s*(?:(?:est|sont|sera|seront|serait|seraient|passe|passent|de|à|a|d'|c'est|:|=|-|plutôt|maintenant)\\s*)+";

export const users: Grammar['users'] = {
  stated: [
    `(?:nombre|total|effectif)(?: total)?(?: de| d')? ?(?:<people>|personnes?)(?: (?:prévue?s?|attendue?s?|estimée?s?|sur (?:site|place)|au total|en tout|qui \\p{L}+))*${BE}${COUNT}`,
    `(?:<people>|effectifs?|personnel)(?: (?:prévue?s?|attendue?s?|sur (?:site|place)|au total|en tout|totale?s?|présentes?))*\\s*[:=]\\s*${COUNT}`,
    `(?:l'|notre |un |des )?(?:effectifs?|personnel|équipe)(?: (?:total|sur place|sur site))?${BE}${COUNT}`,
    `(?:nous sommes|nous serons|nous étions|on est|on sera|on serait|on compte|nous comptons|comptez|il y a|il y aura|y a|y aura|nous avons|on a|nous aurons|on aura|nous employons|on emploie|emploie|avec|ce sera|c'est|ce sont|mettez|mets|travaillent|ils sont|elles sont|on attend|nous attendons|on prévoit|nous prévoyons|pour|soit|on va être|nous allons être|on passe à)${STATE} ${COUNT}${PEOPLE}`,
    `(?:nous sommes|nous serons|on est|on sera|on serait|on va être|nous allons être|on est que|nous ne sommes que|ils sont)${STATE} ${COUNT}${END}`,
    `(?:avec|nous sommes|nous serons|on est|on sera|compte|emploie|on a|nous avons)${STATE} ${COUNT}${KIND} ?<helpers>${END}`,
    // A bare count of one trade, or of two that make up everybody: "17 conseillers, ouverture 9 h".
    `(?<=(?:^|[.!?;:])\\s*)${COUNT}${KIND} ?<helpers>(?=\\s*(?:[.;]|$|,? (?:ouvert|ouvr|horaire|de <H>|sur (?:site|place))))`,
    `${COUNT}${KIND} ?(?:<helpers>|<people>) et (?:<helpers>|<people>)(?=\\s*(?:[.,;!?)]|$))`,
    `(?:on|nous) (?:y )?(?:bosse|bossons|travaille|travaillons|serons|est|sommes)(?: tous| donc| environ| à peu près)* (?:à )?${COUNT}${END}`,
    `(?:équipe|effectif|personnel|site|magasin|boutique)(?: \\p{L}+)? (?:compte|comprend|comporte|regroupe|réunit|totalise|représente) ${COUNT}(?:${PEOPLE})?`,
    `(?:headcount|effectif)(?: (?:de|total|prévu))* ${COUNT}`,
    `${COUNT}${PEOPLE} (?:sur (?:site|place)|au total|en tout|y travaill\\p{L}+|(?:qui )?travaill\\p{L}+|ici|(?:vont )?utilis\\p{L}+|(?:vont )?(?:se )?connect\\p{L}+|présentes?|dans l'équipe|chez nous)`,
    `(?:équipe|effectif|personnel|staff) (?:d'|de )${COUNT}`,
    `mais ${COUNT}${PEOPLE}`,
  ],
  mentioned: [
    `${COUNT}${PEOPLE}`,
    `(?<=(?:^|[.;:!,]) ?(?<!<N> [\\p{L}\\p{M} ]{1,20}, ?)(?:<approx> )*)<N> <helpers>(?= ?(?:[.;!)]|,(?! ?<N>)|$))`,
  ],
  replaced: [
    '(?:pas|plus) <N>(?: <people>)?[,;:]? (?:(?:mais(?: bien| plutôt)?|on est|nous sommes|plutôt) )?<N>',
    '<N>(?: <people>)?,? (?:et )?(?:non(?: pas)?|pas) <N>',
    "<N>(?: <people>)? au lieu d[e'] ?<N>",
    '(?:passe[rz]?|passons|passera|descend\\p{L}*|mont\\p{L}+|changez|remplace[rz]?)(?: (?:de|le|les|finalement))* <N>(?: <people>)? (?:à|en|par) <N>',
  ],
  ranges: [
    '(?:on est|nous sommes)(?: (?:à peu près|environ|entre))* <N>\\s*(?:à|-|ou|et)\\s*<N>(?=\\s*(?:[.,;!)]|$))',
    `(?<!(?:passe[rzs]?|passons|passera|descend\\p{L}*|mont\\p{L}+) )(?:entre|de) <N> (?:et|à|ou) <N>${PEOPLE}`,
    `<N>\\s*(?:à|-|ou|/)(?: (?:peut-être|même))* ?<N>(?: d[e'] ?)?${PEOPLE}`,
    '(?:sommes|est|sera|serons|compte)(?: plutôt)? entre <N> et <N>(?! ?h)',
  ],
  notBefore: [
    // "The two" answers a choice.
    '(?<=^\\s*)(?:tous |toutes )?les(?= <N>\\s*[.!]*\\s*$)',
    'dont',
    '(?<!plus ou )moins(?= <N>)',
    "d'entre (?:eux|elles)",
    'parmi',
    'embaucher',
    'recruter',
    'former',
    'chaque',
    'les premi(?:ers|ères)',
  ],
  notAfter: [
    'par (?:équipe|jour|nuit|poste|heure|semaine|mois|an|étage|service|salle)',
    'de plus',
    'en plus',
    'de moins',
    'la nuit',
    'de nuit',
    'à la fois',
    'en visite',
    "d'entre (?:eux|elles)",
    'supplémentaires',
    'malades?',
    '(?:au|à la) (?:service|standard|comptabilité|direction)',
  ],
};

const WHEN =
  "(?: (?:à|a|dès|de|à partir de|est|se fait|tous les jours|chaque jour|vers|les portes|nos portes|le site|le magasin|seulement|maintenant|désormais|finalement|plutôt|déjà|aussi|ici|pas avant|le matin|le soir|qu'à|qu'a|que vers|en semaine|au public|bien|plus tôt|plus tard|maintenant))*";

export const hours: Grammar['hours'] = {
  aroundTheClock: [
    '24 ?h(?:eures)? ?(?:/|sur) ?24(?: ?h(?:eures)?)?(?:,? (?:et )?(?:7 ?(?:j|jours?)|sept jours) ?(?:/|sur) ?(?:7|sept))?',
    '(?:7 ?(?:j|jours) ?(?:/|sur) ?7,? ?(?:et )?)24 ?h(?:eures)? ?(?:/|sur) ?24',
    '24\\s*/\\s*(?:24|7)',
    'h ?24',
    '(?<!(?:sous|dans|en|les|toutes les|après|avant) )24 heures par jour',
    'de jour comme de nuit',
    'jour et nuit',
    'nuit et jour',
    'non-? ?stop',
    'sans interruption(?! (?:de|entre))',
    'en (?:continu|permanence)(?! (?:de|entre))',
    '(?:toujours|tout le temps|constamment) ouverte?s?',
    '(?:on|nous) ne ferm(?:e|ons)s? jamais',
    '(?:on )?ferme jamais',
    '(?:ne )?(?:ferme|fermons) jamais',
    'jamais fermée?s?',
    'vingt-quatre heures (?:sur|par) (?:vingt-quatre|jour)',
  ],
  ranges: [
    `<H>\\s*(?:à|-|jusqu'à|jusque|jusqu'|to|->|/)\\s*<H>(?! ?(?:<people>))`,
    `(?:entre|de|dès|à partir de) <H> (?:et|à|jusqu'à|jusque)(?: vers)? <H>(?! ?(?:<people>))`,
  ],
  opens: [
    `(?:open(?:s|ing)?(?: at)?|ouvr(?:e|ons|ent|ira|irons|ir)|ouverture|ouverte?s?|commen(?:ce|çons|cent|cer)|démarr(?:e|ons|ent|age)|début(?:e|ons)?|embauche)${WHEN}\\s*:?\\s*<H>`,
    '(?:à|dès) <T>,? (?:on ouvre|nous ouvrons)',
    'à partir de <T>',
  ],
  closes: [
    `(?:clos(?:e|es|ing)(?: at)?|ferm(?:e|ons|ent|era|erons|er)|fermeture|termin(?:e|ons|ent|er)|fini(?:t|ssons|ssent|r)?|fin)${WHEN}\\s*:?\\s*<H>`,
    "(?:ouverte?s?|ouvre|ouvrons|là|travaill\\p{L}+|présents?)(?: \\p{L}+){0,2} jusqu'à <H>",
    "jusqu'à <T>",
    'à <T>,? (?:on ferme|nous fermons|on finit|on termine)',
  ],
  until: ["jusqu'à", 'jusque'],
  from: ['dès', 'à partir de', 'depuis'],
  cues: [
    'horaires?',
    'open',
    '(?:opening |business )?hours',
    "heures d'ouverture",
    'ouvr(?:e|ons|ent|ira|irons)',
    'ouverte?s?',
    'ouverture',
    'fermons',
    'ferme',
    'fermeture',
    'travaill(?:e|ons|ent)',
    'fonctionn(?:e|ons|ent)',
    'tourne',
    'activité',
    'du lundi',
    'en semaine',
    'tous les jours',
    'amplitude',
  ],
  shifts: ['postes', 'équipes'],
  notCues: [
    'équipes? (?:de|du)',
    "horaires? d'équipe",
    '(?:en |les )?postes?',
    'réunions?',
    'déjeuner',
    'pauses?',
    'livr(?:aisons?|eurs?|és?|e)',
    'nettoyage',
    'ménage',
    '(?:r)?appele[rz](?:-moi|-nous)?',
    'joignables?',
    'contact(?:er|ez)',
    'visit(?:es?|eurs?)',
    'gardiens?',
    'gardiennage',
    'vigiles?',
    'caméras?',
    'alarmes?',
    'rondes?',
    'hotline',
    'cantine',
    'parking',
    'standard(?: téléphonique)?',
    'rendez-vous',
    'formations?',
    'bouchons?',
    'maintenance',
    'accueil',
  ],
  partOfWeek: ['(?<!(?:au|et) )(?:le|les) (?:week-?ends?|samedis?|dimanches?|jours fériés)'],
  otherDays: [
    'samedis?(?<!au samedi)',
    'dimanches?(?<!au dimanche)',
    'week-? ?ends?',
    'jours? fériés?',
    'vendredis?(?<!au vendredi)',
    'été',
    'hiver',
    'vacances',
    'noël',
  ],
};
