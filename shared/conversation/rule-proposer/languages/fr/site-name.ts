import type { Grammar } from '../../grammar.ts';
import { noName, otherNames } from './no-name.ts';

const SITE =
  '(?:site|magasin|bâtiment|bureau|lieu|local|établissement|centre|entrepôt|dépôt|hôpital|cabinet|collège|lycée|hôtel|campus|clinique|usine|école|agence|boutique|pharmacie|crèche|maison|résidence|plateforme|fabrique|université|restaurant|musée|labo(?:ratoire)?|librairie|atelier|hangar|supermarché|garage|foyer|ehpad|maternité|cinéma|théâtre|brasserie|boulangerie|banque|succursale|data ?center|crèche|complexe|concession)';

const END_WORDS =
  "et avec dans a au aux en pour on nous c'est est sont il elle qui ou ouvert ouverte mais car pres environ pas depuis des situe situee fuseau securite niveau horaires merci svp je j'ai sera avant plutot non maintenant y compte emploie ouvre ferme".split(
    ' ',
  );

export const siteName: Grammar['siteName'] = {
  cues: [
    "(?<!(?:patron|chef|cheffe|directeur|directrice|chien|chat|mari|femme|rue|société|entreprise|fils|fille|gardien|responsable|collègue) )(?:s'appell(?:e|era|erait)|s'appelait|(?:va|doit|devrait|pourrait) s'appeler|(?:est|sera|serait|a été) (?:appelée?|nommée?|(?:re)?baptisée?|renommée?)|se nomme(?:ra)?|porte(?:ra)? le nom(?: de)?|portera (?:le nom|pour nom)(?: de)?|répond au nom de)(?: (?:désormais|maintenant|simplement|donc|tout simplement|finalement|en fait)(?= ))*(?! (?:comment|pas))",
    '(?:appelée?|(?:re)?nommée?|(?:re|dé)?baptisée?|dénommée?|intitulée?|du nom(?: de)?|sous le nom(?: de)?|au nom(?: de)?|connue? (?:sous le nom(?: de)?|comme)|porta(?:nt|it) le nom(?: de)?)',
    "(?:on|nous|tout le monde) (?:l'|le |la )(?:appel(?:le|ons|lera|lerons)|nomm(?:e|ons|erons)|baptis(?:e|ons|era|erons)|a (?:appelé|nommé|baptisé)e?|avons (?:appelé|nommé|baptisé)e?)",
    '(?:appel(?:ez|le|ons)|nomme[zr]?|baptise[zr]?|renomme[zr]?)(?:-| )(?:l[ea](?: site)?)(?: en)?',
    `(?<!(?:mon|votre|son|au) )(?:le |son |notre )?nom(?: (?:du|de la|de l'|de notre|de ce|officiel|donné) ?(?:${SITE})?)*(?:(?: (?:est|sera|serait|c'est|ce sera|devient|choisi|définitif|change pour)|\\s*[:=-])+)(?: (?:désormais|maintenant|donc|plutôt|simplement))*`,
    '(?:donne[zr]?|donnons)[- ](?:lui|au site)(?: comme)? (?:le )?nom(?: de)?',
    'site\\s*:(?! ?(?:une?|des) )',
  ],
  beforeCapitals: [`(?:notre|nos)(?: nouve(?:au|lle))? ${SITE},? c'est`],
  cuesBehind: [
    "(?:c'est|est|sera) (?:le|son|notre) nom(?: officiel)?",
    "(?:c'est|voilà) (?:comme ça |ainsi )?qu'(?:on|il|elle) (?:l'appelle|s'appelle)",
    'comme nom(?=\\s*(?:[.,;!]|$))',
  ],
  appositions: [
    '(?:notre|le|la|ce|cette)(?: nouve(?:au|lle))? (?:site|usine|magasin|boutique|entrepôt|clinique|hôpital|école|bureau|agence|établissement),',
  ],
  leadIns: [
    "(?:(?:alors|donc|bon|ben|euh),? )?(?:c'est|ce sera|ça sera|il s'appelle|elle s'appelle|ça s'appelle|appelez-l[ea]|appelle-l[ea]|mettez|mets|mettons|disons|oui|le nom est|le nom c'est|prenons|prenez|on va dire|on dit|notez|écrivez)(?: simplement| juste)?",
    'nom\\s*:',
    'je propose',
  ],
  leadOuts: [
    "s'il vous plaît",
    "s'il te plaît",
    'svp',
    'stp',
    'merci',
    'je pense',
    'je crois',
    'comme nom',
  ],
  noName,
  otherNames,
  notNames: [
    'idea',
    'not (?:sure|yet|decided)',
    "don't know",
    'pas encore',
    'encore',
    'inconnu',
    'rien',
    'aucune?',
    'à définir',
    'comment',
    'plus tard',
    'sais pas',
    'peu importe',
    'comme',
    'idée',
  ],
  endWords: END_WORDS,
  // "Atrium Est" lies in the east; a name in lower case ends before the verb.
  capitalEndWords: END_WORDS.filter((word) => word !== 'est'),
  connectors: "de d' du des la le les et & sur sous au aux lez".split(' '),
  sentenceStarts:
    "un une notre nous on je j'ai c'est ce\u00a0n'est il elle bonjour bonsoir salut coucou merci oui non nan ok d'accord pourquoi que qu'est quel quelle quels quelles comment quand ou\u00a0est qui ouvert ouverte de environ le\u00a0nom le\u00a0site les\u00a0horaires l'horaire la\u00a0securite le\u00a0niveau aujourd'hui demain cette ce\u00a0sera ce\u00a0mois passe passer passez passons suivant suivante retour revenir reviens recommencer recommence recommencons ignore ignorez oublie oubliez approuve approuvez niveau securite fuseau pas aucun aucune tout parfait tres garde gardez laisse laissez desole pardon en\u00a0fait mon ma mes votre vos peut-etre euh ben bah bof hmm je je\u00a0ne il\u00a0y y rien plus mets mettez change changez donne donnez montre dis dites peux pouvez pourriez est-ce faut ca cela quoi voila attends attendez stop annule annuler resume aide"
      .split(' ')
      .map((start) => start.replaceAll('\u00a0', ' ')),
  abbreviations: ['st', 'ste', 'dr', 'no', 'bd', 'av', 'mme', 'mr', 'ets', 'pr', 'cie'],
};
