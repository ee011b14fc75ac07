import type { Grammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';
import { detached } from './detached.ts';
import { NUMBER_WORDS } from './numbers.ts';

export const slips: Grammar['slips'] = {
  meaning: detached,
  keyWords:
    'مستودع المستودع مستشفى المستشفى صيدلية المصنع سوبرماركت الجامعة موظفين الموظفين أشخاص مستخدمين الأمان الحماية التوقيت الورديات المقترحة صباحا مساء حوالي تقريبا متوسط'
      .split(' ')
      .map(foldText),
  never: [
    ...NUMBER_WORDS,
    ...'المقترح المقترحات الجامعي مستشفيات مستودعات صيدليات جامعه جامعي صباح الصباح المساء مساءا الامن الايمان الامارات التوقيع توقيت الوردات ساعات الساعات موظفون موظفات مستخدم مستخدمون المستخدمين اشخاصا المتوسط متوسطه حوالينا المصانع المصنعه'.split(
      ' ',
    ),
  ],
};
