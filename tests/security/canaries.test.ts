import { beforeAll, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { type Person, signIn } from '#tests/support/onboarding/company.ts';
import { almostDrafted, LAST_ANSWER } from '#tests/support/onboarding/office.ts';

const cloud = useLocalCloud();

/** Each is put in one place where people put what nobody else should read. */
const CANARIES = {
  siteName: 'Canary Wharf 7f3a',
  userInput: 'canary-said-51c2',
  escalation: 'canary-reason-9b1d',
  documentTitle: 'canary-title-d4e8',
  query: 'canary-query-0a6b',
  question: 'canary-question-77aa',
  malformed: 'canary-malformed-c3f5',
  wrongType: 'canary-wrong-type-2e90',
  idempotencyKey: 'canary-key-b812',
  personName: 'Canary Person 6d2f',
} as const;

let ada: Person;
let token: string;
let secret: string;
beforeAll(async () => {
  const everything = ['admin', 'approver', 'curator'];
  ada = await signIn(cloud, 'acme', 'ada', everything);
  token = await cloud.token({ tenant: 'acme', user: 'ada', email: ada.email, roles: everything });
  const id = await almostDrafted(ada, { site_type: 'office', site_name: CANARIES.siteName });
  await ada.post(`/conversation/${id}/process`, { user_input: CANARIES.userInput });
  await ada.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER });
  await ada.post(`/conversation/${id}/escalate`, { reason: CANARIES.escalation });
  const { url } = await cloud.receiver();
  const endpoint = { channel: 'webhook', url, events: ['*'] };
  secret = (await ada.post('/notifications/endpoints', endpoint)).body.secret;
  await ada.post('/knowledge/documents', {
    title: CANARIES.documentTitle,
    file_name: 'handbook.md',
    content_type: 'text/markdown',
  });
  await ada.get(`/knowledge/search?q=${CANARIES.query}`);
  await ada.post('/knowledge/answer', { question: CANARIES.question });
  await ada.put('/people', { email: 'new@acme.example', name: CANARIES.personName });
  const raw = (body: string, idempotencyKey: string = CANARIES.idempotencyKey) =>
    cloud.request('POST /conversation/start', { token, idempotencyKey, body });
  await raw(`{"${CANARIES.malformed}`);
  await raw(`{"language":"${CANARIES.wrongType}"}`);
  await cloud.request('GET /settings', { token: `${token}x` });
  await cloud.drain();
});

it('logs something at all, with what finds a request again', () => {
  expect(cloud.logs()).toContain('"correlation_id"');
  expect(cloud.logs()).toContain('request refused');
});

it.each(Object.entries(CANARIES))('never logs what people said: %s', (_, canary) => {
  expect(cloud.logs()).not.toContain(canary);
});

it('never logs a token, a secret or an address of a person', () => {
  const [, payload = '', signature = ''] = token.split('.');
  expect(secret).toMatch(/^whsec_/);
  for (const hidden of [payload, signature, secret, secret.slice('whsec_'.length), ada.email])
    expect(cloud.logs()).not.toContain(hidden);
});
