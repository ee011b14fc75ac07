import { expect, it } from 'vitest';
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
