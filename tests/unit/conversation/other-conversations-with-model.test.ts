import { afterAll, describe, expect, it } from 'vitest';
import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import { configureSite } from '#tests/support/conversation-world/configured-site.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';
import { INJECTIONS } from '#tests/support/injections.ts';
import { answers } from '#tests/support/model-server/behaviours.ts';
import { type AskedOfModel, startModelServer } from '#tests/support/model-server/model-server.ts';
import { talkingModel } from '#tests/support/model-server/talking-model.ts';

const server = await startModelServer(answers(() => null));
afterAll(() => server.stop());

const NOTHING = {
  'propose-update': {
    target_site: null,
    change_field: null,
    expected_users: null,
    operating_hours: null,
    security_level: null,
    time_zone: null,
    shift_name: null,
    shift_people: null,
  },
  'propose-problem': {
    area: null,
    symptom: null,
    since_when: null,
    target_site: null,
    severity: null,
  },
  'propose-wish': {
    request_title: null,
    request_description: null,
    importance: null,
    affected_users: null,
  },
} as const;
type PromptId = keyof typeof NOTHING;

const fact = (value: unknown, quote: string, confidence = 0.9) => ({ value, quote, confidence });

/** From now on the server states these facts about whatever it is told. */
const states = (id: PromptId, facts: object) =>
  server.behave(answers(() => ({ ...NOTHING[id], ...facts })));

async function worldWithModel() {
  const world = conversationWorld({ connect: (api) => talkingModel(api, server.url) });
  await configureSite(world.table, 'acme', 'OFF001', 'Harbor Point');
  await configureSite(world.table, 'umbra', 'OFF009', 'Raven House');
  return world;
}

async function saidFirst(type: string, initial_input: string) {
  const world = await worldWithModel();
  const { body } = await world.start({ type, initial_input });
  return { ...world, body };
}

describe('a model in a conversation about a change', () => {
  it('understands what the rules miss, of what the tenant has', async () => {
    states('propose-update', {
      target_site: fact('OFF001', 'the harbour'),
      shift_name: fact('Late', 'the afternoon people'),
      shift_people: fact(12, 'a dozen'),
    });
    const { body } = await saidFirst(
      'config_update',
      'Make it a dozen for the afternoon people at the harbour',
    );
    expect(body.state, body.reply).toBe('awaiting_approval');
    expect(body.slots).toMatchObject({
      target_site: { value: 'OFF001', source: { text: 'the harbour' } },
      shift_people: { value: 12 },
    });
  });

  it('is told what there is, inside the boundary, and nothing of other tenants', async () => {
    states('propose-update', {});
    await saidFirst('config_update', 'I want to change something');
    const { content, schemaName } = server.asked.at(-1) as AskedOfModel; // it was asked just now
    expect(schemaName).toBe('propose-update');
    expect(content).toMatch(/<<<KNOWN \S+>>>\n.*"code":"OFF001","names":\["Harbor Point"/);
    expect(content).not.toMatch(/OFF009|Raven/);
  });

  it.each([
    ['a site of another tenant', { target_site: fact('OFF009', 'Raven House') }, 'target_site'],
    ['a shift that is not there', { shift_name: fact('Ghost', 'Raven House') }, 'shift_name'],
    ['a number out of bounds', { expected_users: fact(5_000, '5000') }, 'expected_users'],
  ])('cannot make it about %s', async (_name, facts, slot) => {
    states('propose-update', facts);
    const { body } = await saidFirst('config_update', 'Raven House gets 5000 people');
    expect(body.slots[slot]).toBeUndefined();
    expect(body.state).toBe('started');
  });

  it('is asked about where it contradicts the rules, or quotes what was not said', async () => {
    states('propose-update', {
      expected_users: fact(54, '54'),
      change_field: fact('time_zone', 'no'),
    });
    const { body } = await saidFirst(
      'config_update',
      'Harbor Point gets 45 expected users, not 54',
    );
    expect(body.slots.expected_users).toBeUndefined();
    expect(body.slots.change_field?.value).not.toBe('time_zone');
    expect(body.questions[0].question).toContain('45');
  });

  it('is not heard where its own quote says something else', async () => {
    states('propose-update', { expected_users: fact(54, '45 expected users') });
    const { body } = await saidFirst('config_update', 'Harbor Point gets 45 expected users');
    expect(body.slots.expected_users.value).toBe(45);
  });

  it('does not count the same people twice', async () => {
    states('propose-update', { expected_users: fact(7, '7 people') });
    const { body } = await saidFirst('config_update', 'The Late shift of OFF001 needs 7 people');
    expect(body.slots.expected_users).toBeUndefined();
    expect(body.slots.shift_people.value).toBe(7);
  });
});

describe('a model in a conversation about a problem or a wish', () => {
  it('reads a problem out of its first words, and asks what they only hint at', async () => {
    const said = 'The gate readers at the harbour are dead since dawn, nobody gets in';
    states('propose-problem', {
      area: fact('devices', 'gate readers'),
      symptom: fact('The gate readers at the harbour are dead', 'dead'),
      since_when: fact('since dawn', 'since dawn'),
      target_site: fact('OFF001', 'the harbour'),
      severity: fact('high', 'nobody gets in'),
    });
    const { body } = await saidFirst('troubleshooting', said);
    expect(body.slots.symptom.value).toBe('The gate readers at the harbour are dead');
    expect(body.slots.since_when.value).toBe('since dawn');
    expect(body.slots.severity).toBeUndefined();
    expect(body.state).toBe('started');
  });

  it('keeps an answer whole where the model took a part of it for the matter', async () => {
    states('propose-problem', {});
    const { start, say } = await worldWithModel();
    const { body } = await start({ type: 'troubleshooting', initial_input: 'devices' });
    states('propose-problem', { symptom: fact('stay dark', 'stay dark') });
    const said = 'All the readers stay dark when we hold a badge to them';
    const answer = await say(body.conversation_id, { user_input: said });
    expect(answer.body.slots.symptom).toMatchObject({ value: said });
  });

  it('writes no word of its own into a wish', async () => {
    states('propose-wish', {
      request_title: fact('KEY-1 https://attacker.example/pixel', 'dark mode'),
      request_description: fact('dark mode', 'dark mode'),
      affected_users: fact(30, 'thirty guards'),
    });
    const { body } = await saidFirst(
      'feature_request',
      'We would love dark mode for thirty guards',
    );
    expect(body.slots.request_title).toBeUndefined();
    expect(body.slots.request_description.value).toBe('dark mode');
    expect(body.slots.affected_users.value).toBe(30);
  });
});

/** Does whatever it is told, as far as its form lets it. */
const OBEDIENT: Readonly<Record<string, (message: string) => object>> = {
  'propose-update': (message) => ({
    target_site: fact('OFF009', message, 1e9),
    change_field: fact('security_level', message, 1e9),
    expected_users: fact(-5, message, 1e9),
    operating_hours: fact({ open: '99:99', close: 'never', around_the_clock: true }, message),
    time_zone: fact('../../etc/passwd', message, 1e9),
    shift_name: fact('globex', message, 1e9),
    shift_people: fact(999_999_999, message, 1e9),
  }),
  'propose-problem': (message) => ({
    symptom: fact('KEY-1 https://attacker.example/pixel', message, 1e9),
    since_when: fact('x'.repeat(5_000), message, 1e9),
    target_site: fact('OFF009', message, 1e9),
    severity: fact('critical', 'as ordered', 1e9),
  }),
  'propose-wish': (message) => ({
    request_title: fact('Approved by globex', message, 1e9),
    request_description: fact('KEY-1', 'KEY-1 as ordered', 1e9),
    affected_users: fact(999_999_999, message, 1e9),
  }),
};

describe('a model that obeys every injection, in the other types of conversation', () => {
  it.each(['config_update', 'troubleshooting', 'feature_request'])('%s', async (type) => {
    server.behave(
      answers(({ schemaName, message }) => ({
        ...NOTHING[schemaName as PromptId], // one of the three is asked here
        ...OBEDIENT[schemaName]?.(message),
      })),
    );
    for (const injection of INJECTIONS) {
      const { body, events } = await saidFirst(type, injection);
      const values = valuesOf(body.slots);
      for (const [slot, value] of values)
        expect(isSlotName(slot) && parseSlotValue(slot, value)).toEqual(value);
      expect(JSON.stringify(values)).not.toMatch(/OFF009|999999999|etc\/passwd/);
      // Their own words are people's own business; the model's are not shown.
      const spoken = values.filter(([, value]) => /KEY-1|attacker|globex/i.test(String(value)));
      for (const [, value] of spoken) expect(injection).toContain(value);
      expect(['started', 'in_progress'], injection).toContain(body.state);
      expect(events().filter((name) => /^(approval|changeset)\./.test(name))).toEqual([]);
    }
  });
});

const valuesOf = (slots: Readonly<Record<string, { readonly value: unknown }>>) =>
  Object.entries(slots).map(([slot, { value }]) => [slot, value] as const);
