import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';
import { detachedWith } from './detached.ts';
import { guards } from './guards.ts';
import { moves } from './moves.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { hours, users } from './people-and-hours.ts';
import { security, urgency } from './security-and-urgency.ts';
import { siteName } from './site-name.ts';
import { words } from './words.ts';

/** A word with the endings that may follow it: "عايزين(?:ه|ها)?". Shorter ones are pieces of words too often. */
const WORD = /([\u0621-\u064A]{4,})(?:\(\?:([\u0621-\u064A|]+)\))?/g;

/** Words that patterns spell out. */
const SPELLED_OUT = Array.from(
  JSON.stringify([guards, hours, moves, security, siteName.cues, urgency, users, words]).matchAll(
    WORD,
  ),
).flatMap(([, word = '', endings = '']) => [word, ...endings.split('|').map((end) => word + end)]);

export const slips: Grammar['slips'] = {
  meaning: detachedWith([...new Set(SPELLED_OUT.map(foldText))]),
  // No short word with its article: one letter off "الجامعة" is Friday, off "الأمان" a dozen names.
  keyWords:
    'مستودع المستودع مستشفى المستشفى صيدلية سوبرماركت موظفين الموظفين أشخاص مستخدمين التوقيت الورديات المقترحة صباحا مساء حوالي تقريبا متوسط'
      .split(' ')
      .map(foldText),
  never: [
    ...NUMBER_WORDS,
    ...'حوالة الحوالة صيدلي الصيدلي التوقيف صباحنا مستودعي المقترح المقترحات الجامعي مستشفيات مستودعات صيدليات جامعه جامعي صباح الصباح المساء مساءا الامن الايمان الامارات التوقيع توقيت الوردات ساعات الساعات موظفون موظفات مستخدم مستخدمون المستخدمين اشخاصا المتوسط متوسطه حوالينا المصانع المصنعه'.split(
      ' ',
    ),
  ],
};
