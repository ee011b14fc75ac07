/** What stands just before a number says what kind it is, in six languages. */

const NUMBER_WORDS = String.raw`(?:\s*(?:no|nr|num|number|nummer|n[úu]mero|num[ée]ro|code|id|is|ist|es|est|are|संख्या|नंबर|क्रमांक|رقم|هو|[#:.№=(-]|n[°º]))*\s*$`;
const endsWith = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})${NUMBER_WORDS}`, 'iu');

const LOOK_BACK = 40;
const before = (line: string, at: number): string => line.slice(Math.max(0, at - LOOK_BACK), at);

const says =
  (label: RegExp) =>
  (line: string, at: number): boolean =>
    label.test(before(line, at));

/** Numbers of things: orders, devices, documents. */
export const namesAnotherNumber = says(
  endsWith(
    `imeis?|meid|iccid|isbn(?:-1[03])?|issn|ean|gtin|upc|sku|vin|iban|bic|uuid|guid|serial|serial no|s/n|sn|model|
    part|item|order|purchase order|po|invoice|ticket|case|ref|reference|account|acct|customer|tracking|shipment|
    lot|batch|asset|contract|licen[cs]e|permit|patent|article|catalog(?:ue)?|barcode|badge|version|build|release|firmware|
    bestellung|bestell|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|seriennummer|artikel|artikelnummer|teilenummer|
    kundennummer|vertrag|vertragsnummer|aktenzeichen|sendungsnummer|konto|kontonummer|chargennummer|
    pedido|orden|factura|serie|art[íi]culo|referencia|cuenta|cliente|lote|seguimiento|contrato|
    commande|facture|s[ée]rie|r[ée]f[ée]rence|compte|dossier|suivi|contrat|colis|
    ऑर्डर|आदेश|चालान|सीरियल|खाता|संदर्भ|الطلب|طلب|الفاتورة|فاتورة|التسلسلي|المرجع|الحساب|الشحنة`.replaceAll(
      /\s*\n\s*/g,
      '',
    ),
  ),
);

/** Numbers of software and of sections: dotted like addresses. */
export const namesAVersion = says(
  endsWith(
    'v|ver|version|versions|versión|versione|build|release|firmware|revision|rev|section|chapter|clause|article|abschnitt|kapitel|ausgabe|secci[óo]n|cap[íi]tulo|chapitre|संस्करण|الإصدار|إصدار|النسخة',
  ),
);

export const namesSocialSecurity = says(
  endsWith(
    'ssns?|ssn/itin|social security|social security card|social|seguro social|seguridad social|sécurité sociale|sozialversicherung|sozialversicherungsnummer',
  ),
);

/** Words that announce a telephone number. */
export const namesAPhone = says(
  endsWith(
    `tel|tel[ée]f|phone|phones|telephone|telephones|call|calls|dial|ring|text|sms|mobile|mob|cell|cellphone|fax|hotline|helpline|landline|
    whatsapp|signal|contact|extension|on-call|ph|p|t|m|reach (?:me|us|him|her|them) (?:at|on)|call (?:me|us|him|her|them) (?:at|on)|call (?:at|on)|
    telefon|telefonnummer|rufnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|anrufen|anruf|durchwahl|notruf|rückruf|erreichbar unter|
    tel[ée]fono|tel[ée]fonos|m[óo]vil|celular|ll[aá]mame al|llame al|llamar al|llame|llamar|
    t[ée]l|t[ée]l[ée]phone|portable|appelez(?: le)?|appeler(?: le)?|t[ée]l[ée]copie|joignable au|
    फ़ोन|फोन|मोबाइल|दूरभाष|टेलीफोन|टेलीफ़ोन|कॉल करें|संपर्क|व्हाट्सएप|
    هاتف|الهاتف|هاتفه|هاتفها|جوال|الجوال|موبايل|الموبايل|تلفون|المحمول|اتصل|اتصل على|اتصل بـ|فاكس|واتساب|للتواصل`.replaceAll(
      /\s*\n\s*/g,
      '',
    ),
  ),
);
