import type { Pattern } from '../../grammar.ts';

/** Who answers, asks, hesitates or takes leave with nothing else has named nothing. */
export const noName: readonly Pattern[] = [
  'annul(?:er|e|ez|ons)(?: tout)?',
  'peut-être',
  'tou[st]',
  'toutes?',
  'tous les deux',
  'les deux',
  'aucune?',
  'aide(?:z)?(?:-moi)?',
  "à l'aide",
  'au secours',
  'au revoir',
  'bye',
  'à bientôt',
  'salut',
  'hein',
  'quoi',
  'comment',
  'hm+',
  'euh',
  'retour',
  'défaire',
  'stop',
  'arrête[rz]?',
  'quitter',
  'fin',
  'terminer',
  'rien',
  "n'importe(?: lequel| quoi)?",
  'pareil',
  'le même',
  'encore',
  'merci',
  "s'il vous plaît",
];

/** Before the name of a person, or one that the site had. */
export const otherNames: readonly Pattern[] = [
  "je m'appelle",
  "mon nom (?:est|c'est)",
  "moi,? c'est",
  'nom était',
];
