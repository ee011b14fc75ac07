import type { SiteType } from '#shared/facility/values.ts';

/** What people call a site of each type, in the six languages, as alternatives of a regular expression. */
export const SITE_WORDS: Readonly<Record<Exclude<SiteType, 'other'>, string>> = {
  office:
    'offices?|headquarters|oficinas?|bureaux?|siège|büro(?:s|gebäude)?|verwaltung|ऑफ़िस|ऑफिस|कार्यालय|(?:ال)?مكتب|(?:ال)?مكاتب',
  warehouse:
    'warehouses?|depots?|distribution cent(?:er|re)s?|almacén|almacenes|bodega|entrepôts?|dépôts?|lager|lagerhaus|गोदाम|(?:ال)?مستودع',
  retail:
    'shops?|stores?|boutiques?|tiendas?|magasins?|commerces?|laden|geschäft|filiale|दुकान|(?:ال)?متجر|(?:ال)?محل',
  healthcare:
    'hospitals?|clinics?|medical cent(?:er|re)s?|hospital(?:es)?|clínicas?|centro sanitario|hôpital|hôpitaux|cliniques?|krankenhaus|klinik(?:en)?|अस्पताल|क्लिनिक|(?:ال)?مستشفى|(?:ال)?عيادة',
  manufacturing:
    'plants?|factor(?:y|ies)|fábricas?|plantas?|usines?|werke?|fabrik(?:en)?|कारख़ाना|कारखाना|फ़ैक्ट्री|फैक्ट्री|(?:ال)?مصنع',
  data_center:
    'data cent(?:er|re)s?|centros? de datos|centres? de données|rechenzentr(?:um|en)|डेटा सेंटर|(?:ال)?مركز (?:ال)?بيانات',
  education:
    'schools?|colleges?|campus(?:es)?|universit(?:y|ies)|escuelas?|colegios?|universidad(?:es)?|écoles?|universités?|schulen?|hochschulen?|स्कूल|कॉलेज|विश्वविद्यालय|(?:ال)?مدرسة|(?:ال)?جامعة',
};

/** Any site at all. */
export const ANY_SITE =
  'sites?|facilit(?:y|ies)|buildings?|premises|locations?|we|sedes?|instalaci(?:ón|ones)|edificios?|centros?|bâtiments?|locaux|établissements?|standorte?|gebäude|wir|साइट|परिसर|इमारत|(?:ال)?موقع|(?:ال)?مبنى|(?:ال)?منشأة';

/** Words before the name of a kind of site that make it no other one: "every plant". */
export const DETERMINERS = new Set(
  `the a an any all each every our your this no company corporate general main
  el la los las un una todo toda todos todas cada nuestro nuestra este esta
  le les l un une tout toute tous toutes chaque notre nos ce cet cette
  der die das den dem ein eine einen jeder jede jedes alle unser unsere im am`.split(/\s+/),
);
