/**
 * The words that claims are made of, per language, as alternatives of a regular expression over lower
 * case text. A tenant's documents are in any language, whatever its people speak, so all of them are
 * looked for at once. What is not here states nothing: better to overlook a rule than to invent one.
 */
export const CLAIM_WORDS = {
  opens: {
    en: 'opens?(?: daily)?|open(?: daily)?(?: from)?|opening time',
    es: 'abren?|abiert[oa]s?|hora de apertura',
    fr: "ouvren?t?|ouverte?s?|heure d[’']ouverture",
    de: 'öffnet|öffnen|geöffnet|öffnung',
    hi: 'खुलता|खुलती|खुलते|खुला|खुली|खुलने का समय',
    ar: 'يفتح|تفتح|مفتوحة?|وقت الافتتاح',
  },
  closes: {
    en: 'closes?(?: daily)?|shuts?|closing time',
    es: 'cierran?|hora de cierre',
    fr: 'ferme(?:nt)?|heure de fermeture',
    de: 'schließt|schließen|schliesst',
    hi: 'बंद होता|बंद होती|बंद होते|बंद होने का समय',
    ar: 'يغلق|تغلق|وقت الإغلاق',
  },
  hours: {
    en: '(?:opening|operating|business|working) hours|hours of operation',
    es: 'horario(?: de (?:apertura|funcionamiento|atención))?',
    fr: "horaires?(?: d[’']ouverture)?|heures d[’']ouverture",
    de: 'öffnungszeiten|betriebszeiten|arbeitszeiten',
    hi: 'काम के घंटे|खुलने के घंटे|कार्य समय',
    ar: 'ساعات (?:العمل|الدوام)|أوقات العمل',
  },
  all_day: {
    en: 'around the clock|round the clock|24/7|24 hours(?: a day)?',
    es: '(?:las )?24 horas|día y noche',
    fr: '24 ?h ?(?:sur|/) ?24|24 heures sur 24|jour et nuit',
    de: 'rund um die uhr|24 stunden(?: am tag)?',
    hi: 'चौबीसों घंटे|24 घंटे',
    ar: 'على مدار الساعة|24 ساعة',
  },
  most: {
    en: 'maximum|max|at most|(?:no|not) more than|limited to|(?:must|may) not exceed|up to|capacity',
    es: 'máximo|como máximo|no más de|hasta|capacidad',
    fr: "maximum|au plus|au maximum|pas plus de|jusqu[’']à|capacité",
    de: 'maximal|höchstens|maximum|nicht mehr als|bis zu|kapazität',
    hi: 'अधिकतम|ज़्यादा से ज़्यादा|क्षमता',
    ar: 'كحد أقصى|بحد أقصى|الحد الأقصى|لا يزيد عن|السعة',
  },
  least: {
    en: 'minimum|at least|(?:no|not) (?:fewer|less) than',
    es: 'mínimo|al menos|como mínimo',
    fr: 'minimum|au moins|au minimum',
    de: 'mindestens|minimum|minimal',
    hi: 'न्यूनतम|कम से कम',
    ar: 'كحد أدنى|بحد أدنى|الحد الأدنى|على الأقل',
  },
  people: {
    en: 'people|persons|staff(?: members)?|employees|users|occupants|workers',
    es: 'personas|empleados|trabajadores|usuarios',
    fr: 'personnes|employés|salariés|utilisateurs|collaborateurs',
    de: 'personen|leute|mitarbeiter(?:innen)?|beschäftigten?|nutzer|angestellten?',
    hi: 'लोग|लोगों|व्यक्ति|कर्मचारी|कर्मचारियों|उपयोगकर्ता',
    ar: 'شخص[اً]*|أشخاص|موظف[اً]*|موظفين|موظفون|عامل[اً]*|مستخدم[اً]*|مستخدمين',
  },
  security: {
    en: 'security(?: level)?',
    es: '(?:nivel de )?seguridad',
    fr: '(?:niveau de )?sécurité',
    de: 'sicherheit(?:sstufe|sniveau)?',
    hi: 'सुरक्षा(?: स्तर)?',
    ar: '(?:مستوى )?(?:ال)?(?:أمان|أمن|حماية)',
  },
  basic: {
    en: 'basic',
    es: 'básic[oa]',
    fr: 'de base|basique',
    de: 'basis|einfache?',
    hi: 'बुनियादी',
    ar: '(?:ال)?أساسي(?:ة)?',
  },
  enhanced: {
    en: 'enhanced',
    es: 'reforzad[oa]',
    fr: 'renforcée?',
    de: 'erhöhte?',
    hi: 'उन्नत',
    ar: '(?:ال)?معززة?',
  },
  high: {
    en: 'high',
    es: 'alt[oa]',
    fr: 'élevée?|haute',
    de: 'hohe?|hoch',
    hi: 'उच्च',
    ar: 'عال(?:ٍ|ي|ية)?|مرتفع(?:ة)?',
  },
  required: {
    en: 'required|requires?|mandatory|obligatory|compulsory|must (?:be|have)',
    es: 'obligatori[oa]|requerid[oa]|requiere|exige|exigid[oa]|debe ser',
    fr: 'obligatoire|requise?|exigée?|exige|doit être',
    de: 'erforderlich|vorgeschrieben|verpflichtend|pflicht|notwendig|verlangt|muss',
    hi: 'आवश्यक|अनिवार्य|ज़रूरी|जरूरी',
    ar: 'مطلوبة?|إلزامية?|يجب|يتطلب|تتطلب',
  },
  limits: {
    en: `not|no|never|unless|except|without|if|when|during|was|were|used to|former(?:ly)?|previous(?:ly)?|
      planned|proposed|temporar(?:y|ily)|example|e\\.g|visitors?|guests?|customers?|contractors?|rooms?|
      canteen|cafeteria|kitchen|gates?|reception|desk|lobby|parking|car park|garage|lifts?|elevators?|
      floors?|halls?|pharmacy|wards?|shifts?|teams?|groups?|vehicles?|bus|events?|tours?|trainings?|
      doors?|library|gym|yard|docks?|laborator(?:y|ies)|labs?|zones?|areas?|sections?|departments?|
      fences?|cameras?|clearance|holidays?|weekends?|weekdays?|mondays?|tuesdays?|wednesdays?|
      thursdays?|fridays?|saturdays?|sundays?|winter|summer|morning|afternoon|evening|night|other|another`,
    es: `no|nunca|salvo|excepto|sin|si|cuando|durante|era|antes|previsto|temporal(?:mente)?|ejemplo|
      visitantes?|visitas?|clientes?|salas?|comedor|cocina|puertas?|recepción|aparcamiento|ascensor(?:es)?|
      pisos?|turnos?|equipos?|grupos?|vehículos?|eventos?|zonas?|áreas?|secciones|festivos?|
      lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|invierno|verano|mañana|tarde|noche|otr[oa]s?`,
    fr: `ne|pas|jamais|sauf|sans|si|quand|pendant|était|avant|prévue?|temporaire(?:ment)?|exemple|
      visiteurs?|clients?|salles?|cantine|cuisine|portes?|accueil|parking|ascenseurs?|étages?|équipes?|
      groupes?|véhicules?|événements?|zones?|secteurs?|services?|fériés?|lundis?|mardis?|mercredis?|
      jeudis?|vendredis?|samedis?|dimanches?|hiver|été|matin|après-midi|soir|nuit|autres?`,
    de: `nicht|kein[a-z]*|nie|außer|ohne|wenn|falls|während|war|waren|früher|geplant|vorübergehend|beispiel|
      besucher|gäste|kunden|raum|räume|kantine|küche|tor|tore|empfang|parkplatz|parkhaus|aufzug|etagen?|
      halle|schicht(?:en)?|teams?|gruppen?|fahrzeuge?|veranstaltung(?:en)?|bereiche?|zonen?|abteilung(?:en)?|
      feiertag[a-z]*|wochenende[a-z]*|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|
      sonntags?|winter|sommer|morgens|nachmittags|abends|nachts|andere[nrs]?`,
    hi: `नहीं|न|कभी|सिवाय|बिना|अगर|यदि|जब|दौरान|था|थी|थे|पहले|अस्थायी|उदाहरण|आगंतुक|ग्राहक|कमरा|कमरे|कैंटीन|गेट|
      पार्किंग|लिफ़्ट|मंज़िल|शिफ़्ट|शिफ्ट|टीम|समूह|वाहन|क्षेत्र|विभाग|छुट्टी|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|
      शनिवार|रविवार|सुबह|दोपहर|शाम|रात|अन्य|दूसरे`,
    ar: `لا|ليس|لن|لم|إلا|باستثناء|بدون|إذا|عندما|خلال|كان|كانت|سابق[اً]*|مؤقت[اً]*|مثال|زوار|زائر|عملاء|غرفة|قاعة|
      مطعم|مطبخ|بوابة|استقبال|موقف|مصعد|طابق|وردية|فريق|مجموعة|مركبة|منطقة|قسم|عطلة|الاثنين|الثلاثاء|الأربعاء|
      الخميس|الجمعة|السبت|الأحد|صباح[اً]*|مساء[اً]*|ظهر[اً]*|ليل[اً]*|آخر|أخرى`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<ClaimLanguage, string>>>>;

export type WordKind = keyof typeof CLAIM_WORDS;
type ClaimLanguage = 'en' | 'es' | 'fr' | 'de' | 'hi' | 'ar';
