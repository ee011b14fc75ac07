import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

/** Zone → cities, countries and adjectives as they are written in Arabic. */
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Riyadh':
    'السعودية|المملكة العربية السعودية|المملكة|الرياض|جدة|مكة|مكة المكرمة|المدينة المنورة|الدمام|الخبر|الطائف|تبوك|أبها|بريدة|حائل|نجران|جازان|الجبيل|ينبع|السعودي',
  'Asia/Dubai':
    'الإمارات|الامارات العربية المتحدة|دبي|أبوظبي|أبو ظبي|الشارقة|عجمان|رأس الخيمة|الفجيرة|العين|الإماراتي',
  'Asia/Qatar': 'قطر|الدوحة',
  'Asia/Kuwait': 'الكويت|مدينة الكويت|الكويتي',
  'Asia/Bahrain': 'البحرين|المنامة',
  'Asia/Muscat': 'عمان السلطنة|سلطنة عمان|مسقط|صلالة|صحار',
  'Asia/Amman': 'الأردن|عمان|اربد|الزرقاء|العقبة|الأردني',
  'Asia/Beirut': 'لبنان|بيروت|طرابلس لبنان|صيدا|اللبناني',
  'Asia/Damascus': 'سوريا|سورية|دمشق|حلب|حمص|اللاذقية',
  'Asia/Baghdad': 'العراق|بغداد|البصرة|الموصل|أربيل|النجف|كربلاء|السليمانية|العراقي',
  'Asia/Aden': 'اليمن|صنعاء|عدن|تعز',
  'Asia/Jerusalem': 'القدس|تل أبيب|حيفا|إسرائيل',
  'Asia/Hebron': 'فلسطين|رام الله|نابلس|الخليل|بيت لحم',
  'Asia/Gaza': 'غزة',
  'Africa/Cairo':
    'مصر|القاهرة|الإسكندرية|اسكندرية|الجيزة|المنصورة|طنطا|أسيوط|الأقصر|أسوان|بورسعيد|السويس|شرم الشيخ|المصري',
  'Africa/Khartoum': 'السودان|الخرطوم|أم درمان|بورتسودان',
  'Africa/Tripoli': 'ليبيا|طرابلس|بنغازي|مصراتة',
  'Africa/Tunis': 'تونس|صفاقس|سوسة|التونسي',
  'Africa/Algiers': 'الجزائر|وهران|قسنطينة|عنابة|الجزائري',
  'Africa/Casablanca': 'المغرب|الدار البيضاء|كازابلانكا|الرباط|مراكش|فاس|طنجة|أكادير|مكناس|المغربي',
  'Africa/Nouakchott': 'موريتانيا|نواكشوط',
  'Africa/Mogadishu': 'الصومال|مقديشو',
  'Africa/Djibouti': 'جيبوتي',
  'Europe/Istanbul': 'تركيا|اسطنبول|إسطنبول|أنقرة|إزمير',
  'Asia/Tehran': 'إيران|طهران',
  'Asia/Karachi': 'باكستان|كراتشي|لاهور|إسلام أباد',
  'Asia/Kolkata': 'الهند|دلهي|نيودلهي|مومباي|بنغالور',
  'Europe/London': 'لندن|بريطانيا|إنجلترا|المملكة المتحدة|مانشستر|غرينتش|جرينتش|توقيت غرينتش',
  'Europe/Paris': 'باريس|فرنسا|ليون|مرسيليا',
  'Europe/Berlin': 'برلين|ألمانيا|ميونخ|ميونيخ|فرانكفورت|هامبورغ|وسط أوروبا',
  'Europe/Madrid': 'مدريد|إسبانيا|اسبانيا|برشلونة',
  'Europe/Rome': 'روما|إيطاليا|ميلانو',
  'Europe/Amsterdam': 'أمستردام|هولندا',
  'Europe/Brussels': 'بروكسل|بلجيكا',
  'Europe/Vienna': 'فيينا|النمسا',
  'Europe/Zurich': 'زيورخ|زيوريخ|جنيف|سويسرا',
  'Europe/Stockholm': 'ستوكهولم|السويد',
  'Europe/Athens': 'أثينا|اليونان',
  'Europe/Moscow': 'موسكو',
  'America/New_York': 'نيويورك|واشنطن|بوسطن|ميامي|ديترويت',
  'America/Chicago': 'شيكاغو|شيكاجو|هيوستن|دالاس',
  'America/Los_Angeles': 'لوس أنجلوس|سان فرانسيسكو|كاليفورنيا|سياتل',
  'America/Toronto': 'تورنتو|مونتريال|أوتاوا',
  'America/Sao_Paulo': 'ساو باولو',
  'Asia/Singapore': 'سنغافورة',
  'Asia/Kuala_Lumpur': 'كوالالمبور|ماليزيا',
  'Asia/Jakarta': 'جاكرتا',
  'Asia/Tokyo': 'طوكيو|اليابان',
  'Asia/Shanghai': 'بكين|شنغهاي|الصين',
  'Asia/Hong_Kong': 'هونغ كونغ|هونج كونج',
  'Australia/Sydney': 'سيدني',
  UTC: 'utc|التوقيت العالمي|العالمي الموحد',
};

/** "In" and "for" are written against the name: بدبي, للقاهرة. */
const written = (place: string): string[] =>
  place.startsWith('ال')
    ? [place, `ب${place}`, `لل${place.slice(2)}`, `ل${place}`, place.slice(2)]
    : [place, `ب${place}`, `ل${place}`];

const places = Object.fromEntries(
  Object.entries(PLACES).flatMap(([zone, names]) =>
    names.split('|').flatMap((name) => written(foldText(name)).map((form) => [form, zone])),
  ),
);

// What is left of these without their article is another word.
for (const word of [
  'خبر',
  'عين',
  'مملكه',
  'مدينه المنوره',
  'خليل',
  'عالمي الموحد',
  'صين',
  'مصري',
]) {
  delete places[word];
}

const PLACE =
  "(?!(?:مو|مش|ليس|غير|موب) )(?<place>[\\p{L}][\\p{L}./'-]*(?: [\\p{L}][\\p{L}./'-]*){0,2})";

export const timeZone: Grammar['timeZone'] = {
  stated: [
    `(?:ال|ب)?توقيت(?:نا|ه|ها)?(?: (?:المحلي|هو|هي|الموقع|على|في|مثل|نفس|حسب|مدينة|لمدينة|ل|ب|عندنا|:))*[ :=]+${PLACE}`,
    `(?:<p>منطقة|منطقتنا) (?:ال)?زمنية(?: (?:هي|هو|للموقع|لنا|عندنا|لدينا|الخاصة بنا|ستكون|حسب|توقيت|مدينة|ل|:))*[ :=]+${PLACE}`,
    `(?:بتوقيت|توقيت|بالتوقيت|التوقيت) ${PLACE}`,
    '(?<place>utc|gmt)',
  ],
  located: [
    `(?:في|بمدينة|مدينة|قرب|داخل) ${PLACE}`,
    `(?:مقرنا|موقعنا|نقع|يقع|تقع|موجودين|موجود) (?:في )?${PLACE}`,
    '(?<place>ب\\p{L}{3,})',
  ],
  cues: ['<p>منطقة (?:ال)?زمنية', '(?:ال|ب|بال)?توقيت(?:نا|ه|ها)?', 'تايم ?زون', 'timezone'],
  places: { gmt: 'Europe/London', ...places },
};
