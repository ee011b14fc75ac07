import { describe, expect, it } from 'vitest';
import { configureSite } from '#tests/support/conversation-world/configured-site.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';

/** Says these lines in a conversation. @returns its last answer, and what is in its slots */
async function talk(type: string, language: string, [first, ...lines]: readonly string[]) {
  const world = conversationWorld();
  await configureSite(world.table, 'acme', 'OFF001', 'Main Office');
  let { body } = await world.start({ type, language, initial_input: first });
  for (const user_input of lines) {
    ({ body } = await world.say(String(body.conversation_id), { user_input }));
  }
  const slots = Object.entries(body.slots).map(([name, fill]) => [name, Object(fill).value]);
  return { body, slots: Object.fromEntries(slots) };
}

describe('a problem that is told in one message', () => {
  it.each([
    [
      'en',
      "the scanners at Main Office won't start since Monday, nobody can work",
      { area: 'devices', since_when: 'since Monday', severity: 'critical' },
    ],
    [
      'de',
      'die Scanner im Main Office starten seit gestern nicht mehr, niemand kann arbeiten',
      { area: 'devices', since_when: 'seit gestern', severity: 'critical' },
    ],
    [
      'es',
      'los escáneres de Main Office no arrancan desde ayer, nadie puede trabajar',
      { area: 'devices', since_when: 'desde ayer', severity: 'critical' },
    ],
    [
      'fr',
      'les scanners de Main Office ne démarrent plus depuis lundi, personne ne peut travailler',
      { area: 'devices', since_when: 'depuis lundi', severity: 'critical' },
    ],
    [
      'ar',
      'الماسحات في Main Office لا تعمل منذ أمس، لا نستطيع العمل',
      { area: 'devices', since_when: 'منذ أمس', severity: 'critical' },
    ],
    [
      'hi',
      'Main Office के स्कैनर कल से चालू नहीं हो रहे, काम ठप है',
      { area: 'devices', since_when: 'कल से', severity: 'critical' },
    ],
  ])('is asked about no more, in %s', async (language, said, facts) => {
    const { body, slots } = await talk('troubleshooting', language, [said]);
    expect(slots, body.reply).toEqual({ ...facts, symptom: said, target_site: 'OFF001' });
    expect(body.state).toBe('escalated');
  });
});

describe('an answer about something else', () => {
  it('is no description of the problem, and a yes is no time', async () => {
    const lines = ['hola', 'el escáner', 'es grave', 'no arranca por las mañanas', 'ya está'];
    const { slots } = await talk('troubleshooting', 'es', lines);
    expect(slots).toEqual({
      area: 'devices',
      severity: 'high',
      symptom: 'no arranca por las mañanas',
    });
  });

  it.each([
    ['es', 'muy importante, unas 40 personas', { importance: 'high', affected_users: 40 }],
    ['de', 'mittel', { importance: 'medium' }],
  ])('is no description of the wish: %s %s', async (language, said, facts) => {
    const { slots } = await talk('feature_request', language, ['hola', 'Dark mode', said]);
    expect(slots).toEqual({ request_title: 'Dark mode', ...facts });
  });

  it('describes the wish where a title was asked for and all of it was told', async () => {
    const wish =
      'Export the shifts as a calendar. Then everybody sees on the phone when work begins.';
    const { slots } = await talk('feature_request', 'en', ['hello', wish]);
    expect(slots).toEqual({
      request_title: 'Export the shifts as a calendar',
      request_description: wish,
    });
  });
});

describe('a change of a shift', () => {
  it('is understood by a word of its name', async () => {
    const said = 'the late crew at Main Office should be seven people';
    const { body, slots } = await talk('config_update', 'en', [said]);
    expect(slots, body.reply).toMatchObject({ shift_name: 'Late', shift_people: 7 });
  });

  it('takes another value after "go back" without looking for a site of that name', async () => {
    const lines = ['I want to change a site', 'Main Office', 'People on a shift', 'Late'];
    const { body, slots } = await talk('config_update', 'en', [
      ...lines,
      'go back',
      'go back',
      'go back',
      'actually four',
    ]);
    expect(body.reply).not.toContain('I know no site');
    expect(slots.shift_people).toBe(4);
  });
});

describe('what is said besides', () => {
  it('gives its reasons in the language of the conversation', async () => {
    const { body } = await talk('initial_setup', 'de', [
      'Ein Büro namens Nord für 20 Personen, geöffnet von 8 bis 18 Uhr, Zeitzone Europe/Berlin, Basis-Sicherheit, keine Eile',
      'alles so lassen',
    ]);
    expect(body.state, body.reply).toBe('awaiting_approval');
    const reasons = body.enhanced_recommendations.flatMap(
      (shown: { reasons: string[] }) => shown.reasons,
    );
    expect(reasons.join(' ')).toMatch(/Geöffnet: .*Sicherheitsstufe Basis/);
  });

  it('frames a name that runs right to left, and lets it turn nothing around it', async () => {
    const said = 'an office called \u202eبرج النور';
    const { body } = await talk('initial_setup', 'en', [said]);
    expect(body.reply.startsWith('Hello!')).toBe(true);
    expect(body.reply).not.toMatch(/\u202e/u);
  });

  it('names the ticket and asks nothing where a person takes over', async () => {
    const { body } = await talk('initial_setup', 'en', ['hello', 'I want to talk to a human']);
    expect(body.reply).toContain(body.ticket);
    expect(body.questions).toEqual([]);
  });

  it.each([
    ['en', 'help', 'Answer in your own words'],
    ['de', 'keine Ahnung', 'überspringen'],
    ['es', 'no sé', 'saltar'],
    ['fr', 'je sais pas', 'passer'],
    ['hi', 'पता नहीं', 'छोड़ें'],
    ['ar', 'لا أعرف', 'تخطى'],
    ['en', 'what did you get so far?', 'I have nothing yet'],
    ['en', 'cancel', 'stop at any time'],
  ])('helps instead of not understanding: %s %s', async (language, said, answer) => {
    const { body } = await talk('initial_setup', language, ['👋', said]);
    expect(body.reply).toContain(answer);
  });
});

describe('a start', () => {
  it('reads the texts of the context or leaves them out, and complains about none', async () => {
    const client_context = {
      expected_users: 'forty',
      security_level: 'HIGH',
      time_zone: 'Berlin',
      operating_hours: 'whenever',
    };
    const { start } = conversationWorld();
    const { body } = await start({ client_context });
    expect(body.reply).toBe(
      'Hello! I will help you set up your site with a few questions. Noted: security level: high. Shall I take this: expected users: 40?',
    );
  });

  it('that resumes goes on with what is said', async () => {
    const { start } = conversationWorld();
    await start({ initial_input: 'an office' });
    const { status, body } = await start({ resume_existing: true, initial_input: '40 people' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ resumed: true, turn: 1 });
    expect(body.slots).toMatchObject({
      site_type: { value: 'office' },
      expected_users: { value: 40 },
    });
  });

  it('offers both of two values that one message gives, and no older guess', async () => {
    const { body } = await talk('initial_setup', 'en', [
      'an office called Blue',
      'maybe 40 to 50 people',
      'We have 30 people. We have 300 people.',
    ]);
    expect(body.reply).toContain('30 or 300?');
    expect(body.questions[0].id).toBe('initial_setup.expected_users');
  });
});
