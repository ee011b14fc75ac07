import type { Grammar } from '../../grammar.ts';

const WHOLE = (words: string) => `(?<=^\\s*)(?:${words})(?=\\s*[.!?]*\\s*$)`;
const FINE = '(?:bien|parfaite?s?|bons?|bonnes?|corrects?|conviennent|convient|vont|va|ok)';

export const moves: Grammar['moves'] = {
  startOver: [
    '(?:on |nous |je )?recommen(?:ce|çons|cer|cez)(?: (?:tout|depuis le (?:début|départ)|à zéro|du début))*',
    '(?:depuis|reprenons|repartons|repartir)(?: tout)? ?(?:du|le|au|de|à) (?:début|zéro|départ)',
    'effacez? tout',
    'oubliez? tout',
  ],
  goBack: [
    "(?:revenir|revenez|reviens|revenons|retourner|retournez|retour)(?: (?:en arrière|à la question (?:précédente|d'avant)|arrière))",
    'question précédente',
    WHOLE('retour|précédente?'),
  ],
  skip: [
    '(?:passe[rz]?|passons|saute[rz]?|sautons|ignorer)(?: (?:cette|la|à la|ça|celle-ci))*(?: question)?(?: suivante)?(?<=passer|passez|passe|passons|sauter|sautez|saute|sautons|ignorer|question|suivante)',
    WHOLE('suivante?|plus tard|je passe|pas maintenant'),
    '(?:demandez|redemandez)(?:-moi| moi)?(?: ça)? plus tard',
    '(?:je (?:vous )?(?:répondrai|dirai)|on verra)(?: ça)? plus tard',
  ],
  why: [
    'pourquoi',
    '(?:à quoi|en quoi) (?:ça|cela|sert)',
    WHOLE('(?:et |mais )?(?:pourquoi|pour quoi faire)(?: (?:ça|donc))?'),
  ],
  summary: [
    'résumé',
    'résumez',
    'récapitul\\p{L}+',
    "qu'(?:avez-vous|est-ce que vous avez|as-tu)(?: noté| compris)?(?: jusqu'ici)?",
    'où en (?:est-on|sommes-nous)',
  ],
  human: [
    "parler à (?:une? )?(?:vraie )?(?:personne|humain|conseiller|quelqu'un|agent)",
    'un humain',
  ],
  accept: [
    WHOLE(
      "(?:(?:oui|ouais|ok|okay|d'accord|exact|exactement|correct|parfait|c'est (?:ça|bon|bien|juste|parfait)|ça (?:marche|me va|nous va)|très bien|bien sûr|tout à fait|entendu|volontiers|merci|svp|s'il vous plaît|bien|allez-y)[\\s,.!]*)+",
    ),
    '(?<=^\\s*)(?:oui|exact|correct|parfait|ok)(?=[\\s,.!])',
    `(?:ça|cela|tout|ils|elles|les deux) (?:me |nous )?(?:est |sont |semblent? )?${FINE}`,
    '(?:me|nous) conviennent',
    '(?:gardez|laissez|conservez|gardons)(?:-l(?:es|e|a))?(?: tels? quels?| comme ça| tout)?',
    'tels? quels?',
    'aucun changement',
    'sans changement',
  ],
  decline: [
    '(?<=^\\s*)(?:non|pas du tout|faux)(?=[\\s,.!]|$)',
    "ce n'est pas (?:ça|correct|juste|bon)",
  ],
  keepTeam: [
    `(?:les |vos )?(?:rôles|horaires d'équipe|équipes|postes)(?: et (?:les |vos )?(?:rôles|horaires d'équipe|équipes|postes))?(?: (?:proposés|suggérés))?(?: (?:me|nous))? (?:sont )?${FINE}`,
    '(?:gardez|conservez|gardons|acceptons|accepte)(?: \\S+){0,2}? (?:rôles|équipes|postes|horaires)',
  ],
  finish: [
    '(?:préparez|faites|créez|générez|établissez)(?:-moi)? (?:la proposition|le brouillon|le projet)',
    "c'est tout",
    'ce sera tout',
  ],
  greeting: ['bonjour', 'bonsoir', 'salut', 'coucou'],
  thanks: ['merci(?: beaucoup| bien)?'],
  howAreYou: ['comment (?:ça va|allez-vous|vas-tu)', 'ça va'],
  whoAreYou: [
    'qui (?:êtes-vous|es-tu)',
    '(?:êtes-vous|es-tu) (?:un )?(?:robot|humain|machine|bot)',
  ],
  asks: [
    "(?:que|qu'est-ce que|quelles?|quels?|qui|où|quand|comment|combien)(?: \\p{L}+)? (?:dit|disent|est|sont|prévoit|doit|doivent|faut|indique|stipule|se passe|exige)",
    'que dit',
    "qu'(?:indique|exige|y a-t-il)",
  ],
  asksWithMark: [
    'que',
    "qu'est-ce",
    'quelles?',
    'quels?',
    'qui',
    'où',
    'quand',
    'comment',
    'combien',
    'pourquoi',
    'est-ce',
    'y a-t-il',
    'peut-on',
    'puis-je',
    'pouvons-nous',
    'faut-il',
    'avons-nous',
    'as-tu',
    'avez-vous',
    'à quoi',
  ],
  requests: [
    "(?:pouvez-vous|peux-tu|pourriez-vous)(?: svp| s'il vous plaît)? (?:mettre|changer|modifier|faire|ajouter|noter)",
  ],
  topics: {
    expected_users: [
      'combien de (?:personnes|gens|salariés|employés)',
      "nombre (?:de|d')",
      'effectif',
      'utilisateurs',
      'personnes',
    ],
    security_level: ['sécurité'],
    time_zone: ['fuseau'],
    operating_hours: ['horaires'],
    site_name: ['nom'],
    site_type: ['type'],
    urgency: ['urgen(?:ce|t)', 'délai'],
    staff_roles: ['rôles'],
    shifts: ['équipes'],
  },
};
