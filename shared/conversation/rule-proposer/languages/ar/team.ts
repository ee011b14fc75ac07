import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

const ROLES: Readonly<Record<string, string>> = {
  SECURITY: 'أمن|أمان|رجل أمن|موظف أمن|حارس أمن|رجال أمن|حراس أمن|سكيوريتي',
  GUARD: 'حارس|حراس|حراسة|ناطور|غفير',
  ADMIN: 'إدارة|إداري|إداريين|موظف إداري',
  SUPERVISOR: 'مشرف|مشرفة|مشرفين|مراقب',
  MANAGER: 'مدير|مديرة|مدراء|مديرين',
  CASHIER: 'كاشير|أمين صندوق|محاسب صندوق|صراف',
  SALES: 'مبيعات|بائع|بائعة|بائعين|مندوب مبيعات|موظف مبيعات',
  NURSE: 'ممرض|ممرضة|ممرضات|ممرضين|تمريض',
  DOCTOR: 'طبيب|طبيبة|أطباء|دكتور|دكاترة',
  TECH: 'فني|فنيين|تقني|تقنيين',
  OPERATOR: 'مشغل|مشغلين|عامل تشغيل|مشغل آلات',
  MAINTENANCE: 'صيانة|عامل صيانة|فني صيانة|موظف صيانة',
  QC: 'مراقب جودة|مراقبة الجودة|ضبط الجودة|فاحص جودة',
  SAFETY: 'سلامة|مسؤول سلامة|ضابط سلامة|مسؤول السلامة',
  NETWORK: 'مهندس شبكات|شبكات',
  SYSADMIN: 'مدير أنظمة|مسؤول أنظمة',
  WAREHOUSE: 'عامل مستودع|عامل مخزن|أمين مستودع|أمين مخزن|مستودعات',
  DRIVER: 'سائق|سائقين|شوفير|سواق',
  TEACHER: 'معلم|معلمة|معلمين|مدرس|مدرسة|مدرسين|أستاذ',
  CLEANER: 'عامل نظافة|عاملة نظافة|عمال نظافة|نظافة|منظف|منظفة|تنظيف',
  RECEPTIONIST: 'موظف استقبال|موظفة استقبال|استقبال',
  ENGINEER: 'مهندس|مهندسة|مهندسين',
  ELECTRICIAN: 'كهربائي|كهربائيين',
  PHARMACIST: 'صيدلي|صيدلانية|صيدلاني|صيادلة',
  PARAMEDIC: 'مسعف|مسعفين',
  LOADER: 'حمال|عامل تحميل|عتال',
  FORKLIFT_DRIVER: 'سائق رافعة|سائق رافعة شوكية',
};

const named = Object.entries(ROLES).flatMap(([code, words]) =>
  words.split('|').map((word) => [foldText(word), code] as const),
);

/** "حارس أمن" with the article is "حارس الأمن" or "الحارس". */
const withArticle = (words: string): string[] => [
  words,
  `ال${words}`,
  ...(words.includes(' ') ? [words.replace(/ (?!ال)/g, ' ال')] : []),
];

const codes = Object.fromEntries(
  named.flatMap(([words, code]) => withArticle(words).map((form) => [form, code] as const)),
);

/** First words of roles: "و" before one of them is an "and". */
export const ROLE_WORDS: readonly string[] = [
  ...new Set(Object.keys(codes).map((words) => words.split(' ')[0] ?? words)),
];

const ROLE_NOUN = '(?:الأدوار|أدوار|الوظائف|وظائف|المناصب|المسميات)(?: الوظيفية)?';
const ARTICLE = '(?: (?:دور|وظيفة|واحد|كمان|أيضا))*';

const ADD = `(?:أضف|أضيفوا|ضيف|ضيفوا|زيد|نضيف|إضافة|زودوا)(?: لنا| لها)?${ARTICLE}`;
const REMOVE = `(?:احذف|احذفوا|شيل|شيلوا|أزل|أزيلوا|نحذف|حذف|إزالة|ألغ|الغوا)${ARTICLE}`;

export const staffRoles: Grammar['staffRoles'] = {
  cues: [
    `${ROLE_NOUN}(?: (?:هي|هم|المطلوبة|عندنا|لدينا|التي نحتاجها|اللي نحتاجها|في الموقع|الموظفين|تكون|كالتالي|كالآتي|فقط))* ?:? ?`,
  ],
  adds: [ADD, `(?:أيضا|كذلك|كمان|بالإضافة إلى)${ARTICLE}`],
  removes: [
    REMOVE,
    '(?:بدون|من دون|ما عدا|باستثناء)',
    '(?:لا نحتاج|ما نحتاج|مش محتاجين|ما بدنا)(?: إلى)?',
  ],
  orders: [ADD, REMOVE],
  codes,
  separators: ['و', 'أو', 'كذلك'],
  notRoles: ['دور', 'وظيفة', 'فقط', 'أيضا', 'كمان', 'من فضلك', 'لو سمحت', 'إلى القائمة', 'واحد'],
};

const SHIFTS = '(?:وردية|ورديات|مناوبة|مناوبات|شفت|شفتات|شيفت|شيفتات|نوبة|نوبات)';

export const shifts: Grammar['shifts'] = {
  cues: [`<p>${SHIFTS}`],
  equal: [
    `<N> ${SHIFTS}(?: (?:كل|منها|واحدة|مدة|كل واحدة|متساوية))*,? (?:من|ب|ل|مدتها|بواقع|كل منها|لمدة|كل)? ?<N> ?(?:ساعة|ساعات)`,
  ],
  count: [`<N> ${SHIFTS}`],
  notNames:
    'ورديه الورديه ورديات الورديات مناوبه المناوبه مناوبات شفت الشفت شفتات نوبه من و في الي علي عندنا لدينا نحن اشخاص شخص شخصا موظف موظفين هي تبدا يبدا الاولي'.split(
      ' ',
    ),
};
