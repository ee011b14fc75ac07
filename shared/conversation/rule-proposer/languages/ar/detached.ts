import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { ROLE_WORDS } from './team.ts';

/** Words that often begin a new statement. A list, because "وقت" is no "و" and "قت". */
const STATEMENT_WORDS =
  `نحن احنا إحنا هو هي هم هذا هذه هناك عددنا عدد العدد عددهم عندنا لدينا معنا فيه فيها به بها يوجد توجد
  نعمل نشتغل نداوم نفتح نفتتح بنفتح نغلق نقفل بنقفل نسكر يعمل تعمل يفتح تفتح يغلق تغلق يقفل تقفل يبدأ تبدأ ينتهي تنتهي
  سيكون سنكون سيعمل سنعمل يكون تكون نكون نتوقع نريد نحتاج نحتاجه نحتاجها محتاجين محتاجينه عايزين نبي نبغى بدنا أريد
  نفضل يفضل نقع يقع تقع موقعنا مقرنا اسمه اسمها اسمنا الاسم اسم يسمى تسمى نسميه نسميها
  الدوام دوامنا دوام ساعات مواعيد أوقات العمل التوقيت توقيت بتوقيت توقيتنا المنطقة المنطقه
  مستوى المستوى الأمان أمان الحماية حماية الأمن درجة لا ليس ليست ما مش مو غير لكن بل ربما يمكن حوالي نحو تقريبا
  الأدوار الورديات المناوبات الوظائف حتى إلى من في على عن مع كل كلها كلهم أيضا أضف احذف الآن اليوم المسودة
  الموقع المكان جاهز جاهزين مستعجلين عاجل خلال قبل هل كم لماذا ليش متى كيف أين ماذا أين الإغلاق الافتتاح إغلاق
  صباحا مساء ليلا تخطى ابدأ ارجع شكرا`
    .split(/\s+/)
    .map(foldText);

/** "ويعمل" → "و يعمل", "لخمسة" → "ل خمسه": what is written against a word is set apart. */
export const detached: Grammar['slips']['meaning'] = Object.fromEntries([
  ...[...STATEMENT_WORDS, ...NUMBER_WORDS, ...ROLE_WORDS].map((word) => [`و${word}`, `و ${word}`]),
  ...NUMBER_WORDS.map((word) => [`ل${word}`, `ل ${word}`]),
  ...NUMBER_WORDS.filter((word) => word.startsWith('ال')).map((word) => [
    `ل${word.slice(1)}`,
    `ل ${word}`,
  ]),
]);

/** The same words end a name that was begun before them. */
export const STATEMENT_STARTS: readonly string[] = STATEMENT_WORDS.flatMap((word) => [
  word,
  `و${word}`,
]);
