import { beforeAll, describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { type Person, signIn } from '#tests/support/onboarding/company.ts';
import { almostDrafted, OFFICE } from '#tests/support/onboarding/office.ts';
import { guardedRoutes, pathOf, routesWithIds } from '#tests/support/security/every-route.ts';
import naughtyBodies from './naughty-bodies.json' with { type: 'json' };
import naughtyTexts from './naughty-texts.json' with { type: 'json' };

const cloud = useLocalCloud();
const EVERYTHING = ['admin', 'approver', 'curator', 'member', 'operator'];

let ada: Person;
let token: string;
beforeAll(async () => {
  ada = await signIn(cloud, 'acme', 'ada', EVERYTHING);
  token = await cloud.token({ tenant: 'acme', user: 'ada', email: ada.email, roles: EVERYTHING });
});

let calls = 0;
const send = (method: string, path: string, body?: string) =>
  cloud.request(`${method} ${path}`, {
    token,
    idempotencyKey: `hostile-${calls++}`,
    ...(body !== undefined && { body }),
  });

const writing = guardedRoutes.filter(({ route }) => route.body);

describe.each(writing)('$name', ({ route }) => {
  it('answers every naughty body, and never with an error of ours', async () => {
    for (const { why, body } of naughtyBodies) {
      const { status, headers } = await send(route.method, pathOf(route), body);
      expect({ why, fine: status >= 200 && status < 500 }).toEqual({ why, fine: true });
      expect(headers.get('content-type')).toMatch(/json/);
    }
  });
});

const NAUGHTY_IDS = [
  '%00',
  '%2e%2e%2f%2e%2e%2f',
  '%252e%252e',
  "'%20OR%201=1",
  'a%23b',
  'TENANT%23globex',
  '%F0%9F%A7%80',
  '%ff%fe',
  '0',
  '-1',
  'null',
  'undefined',
  '[object%20Object]',
  '__proto__',
  'constructor',
  '*',
  '{id}',
  'x'.repeat(1000),
];

describe.each(routesWithIds)('$name', ({ route }) => {
  it('finds nothing under an id that cannot be one', async () => {
    for (const id of NAUGHTY_IDS) {
      const path = route.path.replaceAll(/\{[^}]+\}/g, () => id);
      const { status } = await send(route.method, path, route.body && '{}');
      expect({ id, status }).toEqual({ id, status: expect.toSatisfy((each) => each < 500) });
      expect([200, 201, 202]).not.toContain(status);
    }
  });
});

describe('a text in any language and script', () => {
  it.each(naughtyTexts)('is data to a conversation: %j', async (text) => {
    const manager = await signIn(cloud, 'acme', `user-${calls++}`, ['member']);
    const id = await almostDrafted(manager, OFFICE);
    const { status, body } = await manager.post(`/conversation/${id}/process`, {
      user_input: text,
    });
    const expected = text.trim() === '' ? 400 : 200;
    expect(status).toBe(expected);
    if (status === 200) expect(body.slots).toMatchObject({ expected_users: { value: 30 } });
  });

  it.each(naughtyTexts)(
    'is data to a recommendation, a search and a question: %j',
    async (text) => {
      const answers = [
        await ada.post('/quickstart/recommendations', {
          industry: text.slice(0, 100) || 'x',
          special_requirements: [text],
        }),
        await ada.get(`/knowledge/search?q=${encodeURIComponent(text)}`),
        await ada.post('/knowledge/answer', { question: text }),
      ];
      for (const { status } of answers) expect([200, 400]).toContain(status);
    },
  );

  it.each(naughtyTexts)('is kept as it is where it is a name: %j', async (text) => {
    const { status, body } = await ada.put('/people', {
      email: `p${calls++}@acme.example`,
      name: text.slice(0, 100),
    });
    expect([200, 400]).toContain(status);
    if (status === 200) expect(body.name).toBe(text.slice(0, 100).trim());
  });

  it('reaches no header', async () => {
    const { headers } = await cloud.request('GET /settings', {
      token,
      headers: { 'x-correlation-id': 'a%0d%0aX-Injected: yes' },
    });
    expect(headers.get('x-injected')).toBeNull();
    expect(headers.get('x-correlation-id')).toMatch(/^[A-Za-z0-9_=-]+$/);
  });
});
