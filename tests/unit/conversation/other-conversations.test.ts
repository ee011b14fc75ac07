import { describe, expect, it } from 'vitest';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import type { AnswerTurnDeps } from '#shared/conversation/answer-turn.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { configureSite } from '#tests/support/conversation-world/configured-site.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';

const ACME = trustedTenant('acme');

async function worldWithSites(talk: Partial<AnswerTurnDeps> = {}) {
  const world = conversationWorld({ talk });
  await configureSite(world.table, 'acme', 'OFF001', 'Harbor Point');
  await configureSite(world.table, 'acme', 'OFF002', 'Harbor Point North');
  await configureSite(world.table, 'umbra', 'OFF009', 'Raven House');
  /** Starts a conversation and answers it line by line. @returns the last answer */
  const talkThrough = async (type: string, ...lines: readonly string[]) => {
    const [initial_input, ...answers] = lines;
    let answer = await world.start({ type, initial_input });
    for (const user_input of answers) {
      answer = await world.say(String(answer.body.conversation_id), { user_input });
      expect(answer.status, answer.text).toBe(200);
    }
    return answer.body;
  };
  return { ...world, talkThrough };
}

describe('a change of a site', () => {
  it.each([
    ['Please set the expected users of Harbor Point to 45', 'site:OFF001', 'expected_users', 45],
    [
      'Harbor Point North moved to the Europe/Paris time zone',
      'site:OFF002',
      'time_zone',
      'Europe/Paris',
    ],
    ['OFF001 needs enhanced security', 'security_policy:OFF001', 'level', 'enhanced'],
    [
      'The opening hours of OFF002 are 07:00 to 20:00 now',
      'site:OFF002',
      'operating_hours',
      { open: '07:00', close: '20:00', around_the_clock: false },
    ],
    ['The Late shift of OFF001 needs 7 people', 'shift:OFF001/late', 'people', 7],
  ])('%s', async (said, entity_id, field, value) => {
    const { talkThrough, table } = await worldWithSites();
    const body = await talkThrough('config_update', said);
    expect(body.state, body.reply).toBe('awaiting_approval');
    const changeset = await findChangeset(table, ACME, body.changeset_id);
    expect(changeset?.changes).toMatchObject([
      { entity_id, operation: 'update', base_version: 1, after: { [field]: value } },
    ]);
    expect(changeset?.status).toBe('proposed');
    const [shown] = body.enhanced_recommendations;
    expect(shown.action).toBe('update');
    expect(changeset?.changes[0]?.recommendation_id).toBe(shown.recommendation_id);
  });

  it('is asked for step by step where only the wish was said', async () => {
    const { start, say } = await worldWithSites();
    let { body } = await start({ type: 'config_update', initial_input: 'I want to change a site' });
    const asked: string[] = [];
    const answers = ['Harbor Point', 'People on a shift', 'the late one, Late', 'twelve'];
    for (const user_input of answers) {
      asked.push(body.questions[0].slot);
      ({ body } = await say(body.conversation_id, { user_input }));
    }
    expect(asked).toEqual(['target_site', 'change_field', 'shift_name', 'shift_people']);
    expect(body.state, body.reply).toBe('awaiting_approval');
    expect(body.slots.shift_people.value).toBe(12);
  });

  it.each(['Atlantis', 'Raven House', 'OFF009'])(
    'is not begun for a site that the tenant does not have: %s',
    async (name) => {
      const { talkThrough } = await worldWithSites();
      const body = await talkThrough('config_update', 'I want to change something', name);
      expect(body.reply).toContain('I know no site of that name.');
      expect(body.slots.target_site).toBeUndefined();
      expect(body.questions[0].slot).toBe('target_site');
    },
  );

  it('knows sites by name in the context of the application, too', async () => {
    const { start } = await worldWithSites();
    const client_context = { target_site: 'harbor point', expected_users: 50 };
    const { body } = await start({ type: 'config_update', client_context });
    expect(body.slots.target_site.value).toBe('OFF001');
    expect(body.state).toBe('awaiting_approval');
  });

  it('that changes nothing ends without bothering an approver', async () => {
    const { talkThrough, events } = await worldWithSites();
    const body = await talkThrough('config_update', 'OFF001 has 30 expected users');
    expect(body.reply).toContain('nothing to change');
    expect(body.state).toBe('completed');
    expect(events()).not.toContain('approval.requested.v1');
  });

  it('cannot fill slots of another type, nor values out of bounds', async () => {
    const { talkThrough } = await worldWithSites();
    const body = await talkThrough(
      'config_update',
      'It is a hospital called Saint Mary, Harbor Point gets 5000 expected users',
    );
    expect(Object.keys(body.slots)).not.toContain('site_type');
    expect(Object.keys(body.slots)).not.toContain('site_name');
    expect(body.slots.expected_users).toBeUndefined();
    expect(body.state).not.toBe('awaiting_approval');
  });
});

describe('a problem', () => {
  const TROUBLE = [
    'Our guards cannot sign in since this morning',
    'The app says "wrong password", why does it not let them in?',
    'since Monday',
    'skip',
    'critical',
  ] as const;

  it('that the documents answer is answered from them', async () => {
    const citations = [
      { document_id: 'handbook', heading_path: [], page: null, quote: 'Reset it.' },
    ];
    const asked: string[] = [];
    const { talkThrough, events } = await worldWithSites({
      documents: {
        answer: async (_tenant, question) => {
          asked.push(question);
          return { text: 'Reset it.', citations };
        },
        passages: async () => ({ passages: [], degraded: false }),
      },
    });
    const body = await talkThrough('troubleshooting', ...TROUBLE);
    expect(body).toMatchObject({ state: 'completed', citations });
    expect(body.reply).toContain('Reset it.');
    expect(asked).toEqual([TROUBLE[1]]);
    expect(events()).toContain('session.completed.v1');
  });

  it('that they do not answer gets a ticket and a person', async () => {
    const { talkThrough, events } = await worldWithSites();
    const body = await talkThrough('troubleshooting', ...TROUBLE);
    expect(body.state).toBe('escalated');
    expect(body.ticket).toMatch(/^ESC-20260105-[0-9a-f]{8}$/);
    expect(body.reply).toContain(body.ticket);
    expect(events()).toContain('session.escalated.v1');
    expect(body.slots).toMatchObject({
      area: { value: 'sign_in' },
      symptom: { value: TROUBLE[1] },
      severity: { value: 'critical' },
    });
  });
});

describe('a wish', () => {
  it('is recorded once, told, and ends the conversation', async () => {
    const { talkThrough, events, table } = await worldWithSites();
    const body = await talkThrough(
      'feature_request',
      'I have an idea',
      'Export shifts as a calendar',
      'I want to subscribe to my shifts in Outlook. Could that work?',
      'must have',
      'about forty',
    );
    expect(body.state, body.reply).toBe('completed');
    expect(events()).toContain('feature_request.recorded.v1');
    const { found } = await table.query(ACME, { partition: 'FEATURE_REQUESTS' });
    expect(found.map(({ item }) => item)).toMatchObject([
      { title: 'Export shifts as a calendar', importance: 'high', affected_users: 40 },
    ]);
  });

  it('needs no more than a name and a description', async () => {
    const { talkThrough } = await worldWithSites();
    const body = await talkThrough(
      'feature_request',
      'hello',
      'Dark mode',
      'For nights.',
      'skip',
      'skip',
    );
    expect(body.state).toBe('completed');
  });
});

describe('conversations of different types', () => {
  it('run beside each other; two of one type do not', async () => {
    const { start } = await worldWithSites();
    const types = ['initial_setup', 'config_update', 'troubleshooting', 'feature_request'];
    for (const type of types) expect((await start({ type })).status).toBe(201);
    for (const type of types) expect((await start({ type })).status).toBe(409);
  });
});
