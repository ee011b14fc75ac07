import { describe, expect, it } from 'vitest';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { talkIn } from '#tests/support/conversation-world/talk-in.ts';

const ACME = trustedTenant('acme');

const talkThrough = await talkIn('hi', ['हार्बर टावर', 'हार्बर टावर नॉर्थ']);

describe('a change of a site, in Hindi', () => {
  it.each([
    ['हार्बर टावर में कर्मचारियों की संख्या 45 कर दीजिए', 'site:OFF001', 'expected_users', 45],
    ['OFF001 ka time zone Dubai kar do', 'site:OFF001', 'time_zone', 'Asia/Dubai'],
    ['OFF001 की सुरक्षा उच्च कर दें', 'security_policy:OFF001', 'level', 'high'],
    [
      'हार्बर टावर नॉर्थ अब सुबह 7 से रात 9 बजे तक खुलेगा',
      'site:OFF002',
      'operating_hours',
      { open: '07:00', close: '21:00', around_the_clock: false },
    ],
    ['OFF001 की Late शिफ़्ट में 7 लोग चाहिए', 'shift:OFF001/late', 'people', 7],
    ['OFF002 mein ab 55 log hain', 'site:OFF002', 'expected_users', 55],
    [
      'OFF001 चौबीसों घंटे खुला रहेगा',
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
    [['साइट में कुछ बदलना है', 'हार्बर टावर', 'शिफ़्ट में लोगों की संख्या', 'Late वाली', 'बारह'], 12],
    [['badlav karna hai', 'OFF002', 'shift', 'Day', '9 log'], 9],
  ])('is asked for step by step: %j', async (lines, people) => {
    const { body, asked } = await talkThrough('config_update', ...lines);
    expect(asked).toEqual(['target_site', 'change_field', 'shift_name', 'shift_people']);
    expect(body.state, body.reply).toBe('awaiting_approval');
    expect(body.slots.shift_people.value).toBe(people);
  });

  it.each([
    [['बदलाव करना है', 'हार्बर टावर', 'टाइम ज़ोन', 'सिंगापुर'], 'time_zone', 'Asia/Singapore'],
    [['बदलाव करना है', 'हार्बर टावर', 'सिक्योरिटी', 'बढ़ी हुई'], 'security_level', 'enhanced'],
    [['बदलाव करना है', 'हार्बर टावर', 'यूज़र्स की संख्या', 'साठ'], 'expected_users', 60],
    [
      ['बदलाव करना है', 'हार्बर टावर', 'खुलने का समय', '8 से 20'],
      'operating_hours',
      { open: '08:00', close: '20:00', around_the_clock: false },
    ],
  ])('takes the value for what was chosen: %j', async (lines, slot, value) => {
    const { body } = await talkThrough('config_update', ...lines);
    expect(body.slots[slot]?.value, body.reply).toEqual(value);
  });
});

describe('a problem, in Hindi', () => {
  it.each([
    [
      [
        'हमारे गार्ड आज सुबह से लॉगिन नहीं कर पा रहे',
        'ऐप "ग़लत पासवर्ड" दिखाता है, अंदर क्यों नहीं जाने देता?',
        'सोमवार से',
        'हार्बर टावर',
        'बेहद गंभीर',
      ],
      'sign_in',
      'सोमवार से',
      'critical',
    ],
    [
      [
        'फ़ोन पर GPS काम नहीं कर रहा',
        'मोबाइल में लोकेशन नहीं आती और स्क्रीन खाली रहती है',
        'छोड़ दीजिए',
        'OFF002',
        'मध्यम',
      ],
      'devices',
      undefined,
      'medium',
    ],
    [
      [
        'notification nahi aa rahe',
        'kisi bhi guard ko email ya alert nahi milta',
        'kal se',
        'chhod do',
        'kaam ruka hua hai',
      ],
      'notifications',
      'kal se',
      'critical',
    ],
    [
      [
        'कुछ गड़बड़ है',
        'शिफ़्टें',
        'रात की शिफ़्ट दो बार दिख रही है',
        'पिछले अपडेट के बाद से',
        'पता नहीं, छोड़ दें',
        'मामूली',
      ],
      'shifts',
      'पिछले अपडेट के बाद से',
      'low',
    ],
    [
      [
        'समस्या है',
        'दस्तावेज़ों की खोज',
        'फ़ाइल अपलोड करने के बाद भी खोज में कुछ नहीं मिलता',
        'स्किप',
        'स्किप',
        'गंभीर है',
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

describe('a wish, in Hindi', () => {
  it.each([
    [
      [
        'एक सुझाव है',
        'शिफ़्ट को कैलेंडर में भेजना',
        'मैं चाहता हूँ कि मेरी शिफ़्टें Outlook में दिखें। क्या यह हो सकता है?',
        'बहुत ज़रूरी है',
        'लगभग चालीस लोग',
      ],
      'high',
      40,
    ],
    [
      [
        'ek idea hai',
        'Dark mode',
        'Raat ki shift ke liye screen ki roshni kam honi chahiye',
        'zaroori nahi',
        'skip',
      ],
      'low',
      undefined,
    ],
    [['नया अनुरोध', 'डार्क मोड', 'रात के लिए।', 'छोड़ दें', 'पता नहीं, छोड़ दीजिए'], undefined, undefined],
    [
      [
        'एक माँग है',
        'हाज़िरी की रिपोर्ट',
        'हर महीने एक PDF रिपोर्ट ईमेल से मिल जाए तो अच्छा रहेगा',
        'मध्यम',
        '२५०',
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
