import type { Grammar } from '../../grammar.ts';

const COUNT = "(?:<approx> )*<N>(?: d[e'] ?)?";
const PEOPLE = ' ?<people>';

export const users: Grammar['users'] = {
  stated: [
    `(?:nombre|effectif)?(?: total)?(?: de| d')? ?(?:utilisateurs?|personnes?|employés?|salariés?|effectifs?|collaborateurs?)(?: (?:prévue?s?|attendue?s?|estimée?s?|sur (?:site|place)|au total|en tout))*\\s*(?:(?:est|sont|sera|seront|serait|de|à|:|=)\\s*)+${COUNT}`,
    `(?:nous sommes|nous serons|on est|on sera|on compte|nous comptons|il y a|il y aura|y a|nous avons|on a|nous aurons|on aura|nous employons|on emploie|emploie|avec|ce sera|mettez|travaillent|ils sont)(?: déjà| ici| au total| en tout| plutôt)* ${COUNT}${PEOPLE}`,
    `(?:nous sommes|nous serons|on est|on sera) ${COUNT}(?=\\s*(?:[.,;!?)]|$|en tout|au total|ici|sur place))`,
    `${COUNT}${PEOPLE} (?:sur (?:site|place)|au total|en tout|y travaillent|travaillent|ici|y travailleront)`,
    `(?:équipe|effectif|personnel) de ${COUNT}`,
    `mais ${COUNT}${PEOPLE}`,
  ],
  mentioned: [`${COUNT}${PEOPLE}`],
  replaced: ['pas <N>(?: <people>)?,? mais <N>', '<N> au lieu de <N>'],
  ranges: [
    '(?:entre|de) <N> (?:et|à|ou) <N>(?: <people>)',
    '<N>\\s*(?:à|-|ou) (?:peut-être )?<N>(?: <people>)',
  ],
  notBefore: ['dont', "d'entre (?:eux|elles)", 'embaucher', 'recruter', 'chaque', 'autres'],
  notAfter: [
    'par (?:équipe|jour|nuit|poste|heure)',
    'de plus',
    'la nuit',
    'à la fois',
    'en visite',
  ],
};

export const hours: Grammar['hours'] = {
  aroundTheClock: [
    '24 ?h(?:eures)? ?(?:/|sur) ?24(?: ?h)?(?:,? (?:et )?7 ?(?:j|jours) ?(?:/|sur) ?7)?',
    '24\\s*/\\s*(?:24|7)',
    'jour et nuit',
    'nuit et jour',
    'non-stop',
    'en continu',
    '(?:toujours|tout le temps) ouverte?',
    '(?:on|nous) ne fermons? jamais',
    'ne ferme jamais',
    'vingt-quatre heures sur vingt-quatre',
  ],
  ranges: ["<H>\\s*(?:à|-|jusqu'à|jusque)\\s*<H>", "(?:entre|de|dès) <H> (?:et|à|jusqu'à) <H>"],
  opens: [
    '(?:ouvr(?:e|ons|ent|ira|irons|ir)|ouverture|ouverte?s?|commen(?:ce|çons)|démarre)(?: (?:à|dès|de|à partir de|est|tous les jours|vers|les portes))* ?:? ?<H>',
  ],
  closes: [
    "(?:ferm(?:e|ons|ent|era|erons|er)|fermeture|termin(?:e|ons)|fini(?:t|ssons)|ouverte?s? jusqu'à)(?: (?:à|est|vers|jusqu'à|les portes))* ?:? ?<H>",
  ],
  cues: [
    'horaires?',
    'ouvr(?:e|ons|ent|ira)',
    'ouverte?s?',
    'ouverture',
    'fermons',
    'ferme',
    'travaill(?:e|ons|ent)',
    'fonctionn(?:e|ons)',
    'heures',
    'du lundi',
  ],
  notCues: [
    'équipes? de',
    "horaires? d'équipe",
    'postes?',
    'réunions?',
    'déjeuner',
    'pause',
    'livraisons?',
    'nettoyage',
    'appele[rz](?:-moi)?',
    'joignables?',
    'visites?',
    'gardiens?',
    'vigiles?',
    'caméras?',
    'alarmes?',
    'hotline',
    'cantine',
    'standard téléphonique',
  ],
  otherDays: ['samedis?', 'dimanches?', 'week-?ends?', 'jours fériés', 'vendredis?', 'été'],
};
