import type { Grammar } from '../../grammar.ts';

/** Addresses, phone numbers, money, dates. */
export const noise: Grammar['noise'] = [
  '[\\p{L}-]*(?:straße|strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|markt)\\s*(?:nr\\.? ?)?\\d+(?:\\s?[a-f])?',
  '(?:halle|etage|stock|stockwerk|ebene|raum|zimmer|gebäude|tor|rampe|block|haus|gleis|regal|linie|nr|nummer|hausnummer|abschnitt|paragraph)\\.? ?(?:nr\\.? ?)?\\d+[a-z]?',
  '\\d+\\.\\s?(?:stock|etage|og|ug|obergeschoss|untergeschoss|stockwerk|ebene|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: \\d{4})?',
  '(?:telefon(?:nummer)?|tel|mobil(?:nummer)?|handy(?:nummer)?|fax|durchwahl|plz|postleitzahl|postfach)\\.?:?\\s*(?:ist |lautet )?[+(]?\\d[\\d ()/-]*',
  '(?:d-)?\\d{5}(?= (?!<people>)\\p{L})',
  '[$€£]\\s?\\d[\\d,.]*',
  '\\d[\\d,.]*\\s?(?:%|prozent|euros?|€|eur|chf|franken|dollar|qm|m2|quadratmetern?|km|kilometern?|tonnen|kg)',
  '(?:seit|ab|anno|im jahr|jahr|von|bis|in) (?:19|20)\\d{2}(?! <people>)',
];
