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
  صباحا مساء ليلا تخطى ابدأ ارجع شكرا ليه شو وين إيه مين`
    .split(/\s+/)
    .map(foldText);

/** "I am not" is no "to six". */
const OTHER_WORDS: readonly string[] = ['لست'];

/** What is going to be, or just is, has a letter before its verb: "سنفتح", "هنفتح", "بنفتح". */
const VERBS =
  `نفتح نفتتح نغلق نقفل نسكر نعمل نشتغل نداوم نبدأ نبدا ننتهي نخلص نكون نبقى نصير نحتاج نحتاجه نريد نريده نستخدم نستقبل نسمي نسميه نسميها
  يفتح يغلق يقفل يسكر يعمل يشتغل يداوم يبدأ يبدا ينتهي يخلص يكون يبقى يصير يستخدم تفتح تغلق تقفل تعمل تبدأ تنتهي تكون`
    .split(/\s+/)
    .map(foldText);

const inTime = VERBS.flatMap((verb) =>
  ['س', 'ه', 'ح', 'ب'].map((letter) => [letter + verb, verb] as const),
);

/**
 * "ويعمل" → "و يعمل", "لخمسة" → "ل خمسه", "سنفتح" → "نفتح": what is written against a word is set apart.
 * @param others words of the grammar that may have an "and" before them; those that merely begin so are left alone
 */
export function detachedWith(others: readonly string[]): Grammar['slips']['meaning'] {
  const joined = [...STATEMENT_WORDS, ...VERBS, ...NUMBER_WORDS, ...ROLE_WORDS, ...others];
  const whole = new Set(others);
  const loose = [
    ...inTime,
    ...joined.flatMap((word) => ['و', 'ف'].map((and) => [and + word, `${and} ${word}`] as const)),
    ...inTime.flatMap(([form, verb]) =>
      ['و', 'ف'].map((and) => [and + form, `${and} ${verb}`] as const),
    ),
    ...NUMBER_WORDS.map((word) => [`ل${word}`, `ل ${word}`] as const),
    ...NUMBER_WORDS.filter((word) => word.startsWith('ال')).map(
      (word) => [`ل${word.slice(1)}`, `ل ${word}`] as const,
    ),
  ];
  return Object.fromEntries(
    loose.filter(([form]) => !whole.has(form) && !OTHER_WORDS.includes(form)),
  );
}

/** The same words end a name that was begun before them. */
export const STATEMENT_STARTS: readonly string[] = [
  ...[...STATEMENT_WORDS, ...VERBS].flatMap((word) => [word, `و${word}`]),
  ...inTime.flatMap(([form]) => [form, `و${form}`]),
];
