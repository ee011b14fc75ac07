import { expect, it } from 'vitest';
import { PROBLEMS, pageNameOf } from '#shared/http/problem.ts';
import { PROBLEM_CODES } from '#shared/runtime/problem-code.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';

const cloud = useLocalCloud();

it("serves the product's own template: a signed-in person reaches a function", async () => {
  const token = await cloud.token({ tenant: 'acme', user: 'alice', roles: ['member'] });
  const response = await cloud.request('GET /resources', { token });
  expect(response.status).not.toBe(401);
  expect(response.status).toBeLessThan(500);
});

it('answers what no route knows by the default function', async () => {
  expect(await cloud.request('GET /nowhere')).toMatchObject({ status: 404 });
});

it('leads from the type of an answer to the page about it, without sign-in', async () => {
  const token = await cloud.token({ tenant: 'acme', user: 'alice', roles: ['member'] });
  const answers = await Promise.all([
    cloud.request('GET /nowhere'),
    cloud.request('GET /audit', { token }),
    cloud.request('GET /resources?limit=many', { token }),
    cloud.request('POST /conversation/start', { token, body: {} }),
  ]);
  const codes = ['not_found', 'forbidden', 'validation_failed', 'idempotency_key_missing'];
  expect(answers.map(({ body }) => body.code)).toEqual(codes);
  for (const { body } of answers) {
    const page = await fetch(new URL(body.type, cloud.url));
    expect(page.status, body.type).toBe(200);
    expect(await page.text()).toContain(`\`${body.code}\`, status ${body.status}`);
  }
});

it('has a page for every code there is, which says what to do', async () => {
  for (const code of PROBLEM_CODES) {
    const { status, text } = await cloud.request(`GET /problems/${pageNameOf(code)}`);
    expect(status, code).toBe(200);
    expect(text).toContain(`# ${PROBLEMS[code].title}\n`);
    expect(text).toContain('\n## What to do\n');
  }
});
