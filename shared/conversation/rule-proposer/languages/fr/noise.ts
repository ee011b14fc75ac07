import type { Grammar } from '../../grammar.ts';

/** Addresses, phone numbers, money, dates. */
export const noise: Grammar['noise'] = [
  '\\d+(?: ?bis| ?ter)?,? (?:rue|avenue|av\\.?|boulevard|bd\\.?|place|chemin|route|impasse|quai|allée|cours|zone|zi|za) [^,.;\\n]{2,40}',
  "(?:rue|avenue|boulevard|(?<!(?:en|sur|mise en|mis en|à la|la) )place|route|chemin|allée) (?:de la |de l'|des |du |de |d')?(?:\\p{L}+)(?:,? \\d+)?",
  '(?:étage|bâtiment|bât|porte|salle|local|hall|quai|lot|appartement|niveau|bloc|allée|ligne|article|numéro|n°|no) ?(?:n° ?)?\\d+[a-z]?',
  '\\d+(?:er|ère|e|ème|eme|nd|nde)(?: étage| arrondissement)?',
  '(?:téléphone|tél|tel|fax|portable|mobile|code postal|cedex|poste|cp|bp)\\.?\\s?:?\\s*[+(]?\\d[\\d ()/.-]*',
  '\\d{5}(?= (?!<people>)\\p{L})',
  '[$€£]\\s?\\d[\\d,.]*',
  '\\d[\\d,. ]*\\s?(?:%|pour ?cent|euros?|€|eur|francs?|chf|dollars?|m2|mètres? carrés?|km|kilomètres|tonnes?|kg)',
  "(?:en|depuis|de|l'an|d'ici) (?:19|20)\\d{2}(?! <people>)",
  '\\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \\d{4})?',
];
