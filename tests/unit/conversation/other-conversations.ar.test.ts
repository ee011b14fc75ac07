import { describe, expect, it } from 'vitest';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { talkIn } from '#tests/support/conversation-world/talk-in.ts';

const ACME = trustedTenant('acme');

const talkThrough = await talkIn('ar', ['برج الميناء', 'برج الميناء الشمالي']);

describe('a change of a site, in Arabic', () => {
  it.each([
    ['اجعل عدد المستخدمين في برج الميناء ٤٥', 'site:OFF001', 'expected_users', 45],
    ['غيّروا المنطقة الزمنية لموقع OFF001 إلى دبي', 'site:OFF001', 'time_zone', 'Asia/Dubai'],
    ['نريد أمانًا عاليًا في OFF001', 'security_policy:OFF001', 'level', 'high'],
    [
      'برج الميناء الشمالي صار يفتح من 7 صباحا إلى 9 مساء',
      'site:OFF002',
      'operating_hours',
      { open: '07:00', close: '21:00', around_the_clock: false },
    ],
    ['وردية Late في OFF001 تحتاج ٧ أشخاص', 'shift:OFF001/late', 'people', 7],
    ['صرنا ٥٥ موظفا في OFF002', 'site:OFF002', 'expected_users', 55],
    [
      'OFF001 يعمل على مدار الساعة من الآن',
      'site:OFF001',
      'operating_hours',
      { open: '00:00', close: '00:00', around_the_clock: true },
    ],
  ])('%s', async (said, entity_id, field, value) => {
    const { body, world } = await talkThrough('config_update', said);
    expect(body.state, body.reply).toBe('awaiting_approval');
    const changeset = await findChangeset(world.table, ACME, body.changeset_id);
    expect(changeset?.changes).toMatchObject([{ entity_id, after: { [field]: value } }]);
  });

  it.each([
    [['أريد تعديل موقع', 'برج الميناء', 'عدد أفراد وردية', 'وردية Late', 'اثنا عشر'], 12],
    [['بدي أغير شي', 'OFF002', 'الشفت', 'Day', '٩ أشخاص'], 9],
  ])('is asked for step by step: %j', async (lines, people) => {
    const { body, asked } = await talkThrough('config_update', ...lines);
    expect(asked).toEqual(['target_site', 'change_field', 'shift_name', 'shift_people']);
    expect(body.state, body.reply).toBe('awaiting_approval');
    expect(body.slots.shift_people.value).toBe(people);
  });

  it.each([
    [['أريد تغييرا', 'برج الميناء', 'المنطقة الزمنية', 'سنغافورة'], 'time_zone', 'Asia/Singapore'],
    [['أريد تغييرا', 'برج الميناء', 'الأمان', 'معزز'], 'security_level', 'enhanced'],
    [['أريد تغييرا', 'برج الميناء', 'عدد الموظفين', 'ستون'], 'expected_users', 60],
    [
      ['أريد تغييرا', 'برج الميناء', 'الدوام', 'من ٨ إلى ٢٠'],
      'operating_hours',
      { open: '08:00', close: '20:00', around_the_clock: false },
    ],
  ])('takes the value for what was chosen: %j', async (lines, slot, value) => {
    const { body } = await talkThrough('config_update', ...lines);
    expect(body.slots[slot]?.value, body.reply).toEqual(value);
  });
});

describe('a problem, in Arabic', () => {
  it.each([
    [
      [
        'حراسنا لا يستطيعون تسجيل الدخول منذ الصباح',
        'التطبيق يقول "كلمة المرور خاطئة"، لماذا لا يسمح لهم بالدخول؟',
        'منذ الاثنين',
        'برج الميناء',
        'حرجة',
      ],
      'sign_in',
      'منذ الاثنين',
      'critical',
    ],
    [
      [
        'الجوال ما يشتغل فيه GPS',
        'الموقع لا يظهر على الجوال والشاشة تبقى فارغة دائما',
        'تخطى',
        'OFF002',
        'متوسطة',
      ],
      'devices',
      undefined,
      'medium',
    ],
    [
      [
        'الإشعارات ما توصل',
        'ولا واحد من الحراس توصله رسالة بريد أو تنبيه',
        'من أمس',
        'فوت',
        'الشغل واقف',
      ],
      'notifications',
      'من أمس',
      'critical',
    ],
    [
      [
        'في مشكلة',
        'الورديات',
        'الوردية الليلية تظهر مرتين في نفس اليوم عندنا',
        'بعد التحديث الأخير',
        'لا أعرف، تخطى هذا السؤال',
        'بسيطة',
      ],
      'shifts',
      'بعد التحديث الأخير',
      'low',
    ],
    [
      [
        'عندنا مشكلة',
        'البحث في المستندات',
        'حتى بعد رفع الملف لا يجد البحث أي شيء فيه',
        'تجاوز',
        'تجاوز',
        'خطيرة',
      ],
      'documents',
      undefined,
      'high',
    ],
  ])('%j', async (lines, area, since, severity) => {
    const { body } = await talkThrough('troubleshooting', ...lines);
    expect(body.slots.area?.value, body.reply).toBe(area);
    expect(body.slots.severity?.value, body.reply).toBe(severity);
    expect(body.slots.since_when?.value).toBe(since);
    expect(body.slots.symptom?.value).toBe(
      lines.find((line) => line.split(' ').length > 5 && line !== lines[0]),
    );
    expect(['completed', 'escalated']).toContain(body.state);
  });
});

describe('a wish, in Arabic', () => {
  it.each([
    [
      [
        'عندي فكرة',
        'تصدير الورديات إلى التقويم',
        'أريد أن أرى وردياتي في Outlook. هل هذا ممكن؟',
        'مهم جدا',
        'حوالي أربعين',
      ],
      'high',
      40,
    ],
    [
      [
        'عندي اقتراح',
        'الوضع الداكن',
        'عشان الورديات الليلية، الشاشة نورها قوي على العين',
        'مش مهم',
        'تخطى',
      ],
      'low',
      undefined,
    ],
    [['طلب جديد', 'الوضع الليلي', 'لليل فقط.', 'تجاوز', 'لا أدري، تجاوز'], undefined, undefined],
    [
      [
        'عندنا طلب',
        'تقرير الحضور',
        'لو يوصلنا تقرير PDF كل شهر على الإيميل يكون ممتاز',
        'متوسطة',
        '٢٥٠',
      ],
      'medium',
      250,
    ],
  ])('%j', async (lines, importance, users) => {
    const { body } = await talkThrough('feature_request', ...lines);
    expect(body.state, body.reply).toBe('completed');
    expect(body.slots.request_title.value).toBe(lines[1]);
    expect(body.slots.request_description.value).toBe(lines[2]);
    expect(body.slots.importance?.value).toBe(importance);
    expect(body.slots.affected_users?.value).toBe(users);
  });
});
