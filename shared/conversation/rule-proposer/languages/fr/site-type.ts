import type { Grammar } from '../../grammar.ts';
import { types } from './site-types.ts';

/** The first noun of a French phrase says what it is: a "magasin d'usine" sells. */
export const siteType: Grammar['siteType'] = {
  types,
  identity: [
    "(?:c'est|ce sont|ce sera|il s'agit|s'agit-il|nous sommes|on est|je suis dans|est|ça sera)(?: (?:plutôt|en fait|donc|bien|d'une?|de|d'|une?|des|la|le|notre|un petit|un grand|une petite|une grande|l'))*",
    "(?:on|nous|je|j')(?: (?:vais|va|allons|veux|voudrais|voulons|souhaite|souhaitons|viens d'|venons d'|dois))? ?(?:ouvr\\p{L}+|gèr\\p{L}*|gér\\p{L}+|a|avons|ai|exploit\\p{L}+|install\\p{L}+|dirig\\p{L}+|mont\\p{L}+|configur\\p{L}+|tien\\p{L}+|tenons|lanc\\p{L}+|repren\\p{L}+|construi\\p{L}+|aménag\\p{L}+|emménage\\p{L}*|équip\\p{L}+|possède|occup\\p{L}+|inaugur\\p{L}+|m'occupe d'|s'occupe d')(?: (?:dans|une?|notre|nos|des|de|d'|le|la|les|un nouveau|une nouvelle))*",
    '(?:configurer|installer|ouvrir|équiper|mettre en place)(?: (?:notre|une?|des|nos|le|la))?',
    '(?:notre|mon|ma|nos)(?: nouve(?:au|l|lle)s?)?',
    '(?:nouve(?:au|l|lle)s?)',
    "(?:type|genre|catégorie|nature|activité|secteur)(?: (?:de|du) (?:site|lieu|bâtiment))?(?: (?:est|c'est)|\\s*[:=])+",
    "pour (?:une?|notre|mon|ma|des|nos|l'|la|le)",
  ],
  notBefore: [
    'rue',
    "(?:chaîne|enseigne|groupe|réseau|filiale|chaise|mobilier|meuble|fourniture|matériel|équipement|article|employé|personnel|directeur|directrice|chef|responsable|gardien|médecin|infirmière|salle|place|avenue|route|garçon|parking|produit|client|fournisseur|enfant|élève|ancienne?|lampe)s? (?:de|d(?=')|du|des|pour|de l(?=')|de la)",
    "(?:usine|magasin|boutique|entrepôt|dépôt|école|fabrique|atelier|centre|grossiste|fournisseur)s? (?:\\p{L}+ )?(?:de|d(?=')|du|des|pour)",
    "à côté (?:de la|du|de l(?=')|d'une?)",
    "en face (?:de la|du|de l(?=')|d'une?)",
    "près (?:de la|du|de l(?=')|d'une?)",
    '(?:télé|visio)',
    'en',
  ],
  notAfter: ["d'à côté", 'en face', 'de poste', 'voisine?', 'du matin', 'à domicile', 'en ligne'],
  phraseBreaks:
    "et ou a dans avec pour de du des d' l' pas mais est une un la le les qui en au aux sur notre plutot non c'est on nous".split(
      ' ',
    ),
};
