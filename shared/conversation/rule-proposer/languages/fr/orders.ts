import type { Grammar } from '../../grammar.ts';

/** Orders to the machine, not words about a site; English ones too, since they are copied around. */
export const orders: NonNullable<Grammar['guards']['orders']> = [
  '(?:ignor|oubli|néglig|outrepass|contourn|désobé|abandonn|(?:ne )?ti(?:ens|enne|enez) (?:plus|pas) compte|ne respect|(?:fai[st]|faites) abstraction)\\p{L}* [^.!?\\n]{0,40}(?:instructions?|consignes?|règles?|directives?|ordres|restrictions?|limites)',
  "(?:approuv|valid|autoris|appliqu)\\p{L}* (?:tout|toutes?|tous|la (?:configuration|proposition|demande)|le (?:brouillon|changement)|les changements|immédiatement|automatiquement|d'office|sans)(?! (?:va|convient|me|nous))",
  '(?:marqu|considèr|pass|déclar)\\p{L}* [^.!?\\n]{0,30}(?:approuvé|validé|terminé|autorisé|complet)e?s?',
  '(?:mode|rôle) (?:administrateur|admin|développeur|debug|root|dieu)',
  "(?:tu es|vous êtes|agis|fais comme si|comporte-toi|prétends)(?: (?:maintenant|désormais|en tant que|comme|un|une|l'|que tu es|en))* ?(?:admin\\p{L}*|root|développeur|approbateur|système|dan)",
  '(?:saute|contourne|désactive|sans|passe outre)r?z?(?: (?:les?|la|toute|aucune|les étapes de))? (?:approbations?|contrôles?|vérifications?|validations?|relecture)',
  '(?:montre|révèle|affiche|donne|liste|imprime)\\p{L}*(?:-moi)? [^.!?\\n]{0,30}(?:mots? de passe|secrets?|clés?|jetons?|prompt|autres clients|base de données)',
  'nouvelles (?:instructions|consignes)',
  '(?:prompt|message) (?:du )?système',
  '(?<=(?:^|\\n)\\W*)(?:system|assistant|système|developer|admin)\\s*(?:prompt|message|override)?\\s*:',
  '(?:ignore|disregard|forget|override|bypass) [^.!?\\n]{0,40}(?:instructions?|rules?|prompts?|guidelines?)',
  'approve (?:everything|it|all|the)',
];

export const orderVerbs: NonNullable<Grammar['guards']['orderVerbs']> = [
  '(?:et |puis |ensuite |maintenant |enfin |aussi |ne )*(?:mets|mettez|approuve|valide|marque|complète|change|remplis|fais|efface|utilise|montre|dis|envoie|donne|set|approve|mark|règle|passe|demande)[sz]?',
];
