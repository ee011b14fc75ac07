import type { Pattern } from '../../grammar.ts';

/** Who answers, asks, hesitates or takes leave with nothing else has named nothing. */
export const noName: readonly Pattern[] = [
  'إلغاء',
  'ألغ(?:ي|ها|ه|وا)?',
  'مساعدة',
  'المساعدة',
  'النجدة',
  'ساعد(?:ني|وني|ونا|نا)',
  'الكل',
  'كل(?:ها|هم|ه)',
  'كلاهما',
  'الاثنين',
  'الاثنان',
  'كل شيء',
  'كل شي',
  'جميعها',
  'ربما',
  'يمكن',
  'ممكن',
  'وداعا',
  'مع السلامة',
  'إلى اللقاء',
  'باي',
  'ها',
  'هاه',
  'ماذا',
  'إيه',
  'نعم',
  'توقف',
  'قف',
  'تراجع',
  'لا شيء',
  'أي شيء',
  'نفس الشيء',
  'خلاص',
  'شكرا',
  'من فضلك',
  'انتهى',
];

/** Before the name of a person, or one that the site had. */
export const otherNames: readonly Pattern[] = ['(?:أنا )?اسمي'];
