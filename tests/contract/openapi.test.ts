import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiFiles, apiRoutes } from '#infra/openapi/api-files.ts';
import { describeApi } from '#infra/openapi/describe-api.ts';
import { PROBLEM_RESPONSES } from '#infra/openapi/problem-responses.ts';
import { PROBLEMS } from '#shared/http/problem.ts';
import { defineRoute, type Method, type Route } from '#shared/http/route.ts';
import packageJson from '../../package.json' with { type: 'json' };

const generated = apiFiles(packageJson.version);
const document = generated['api/openapi.json'];
const stored = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8'));

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

const route = (method: Method, responses: Route['responses']) =>
  defineRoute({
    method,
    path: '/things',
    summary: 'Things',
    role: 'member',
    idempotency: 'none',
    responses,
  });

describe('the OpenAPI document', () => {
  it.each(Object.entries(generated))(
    'is in step with the contracts: %s (npm run openapi)',
    (path, content) => {
      // Not compared by the test runner, whose picture of the difference would fill the screen.
      const inStep = JSON.stringify(stored(path)) === JSON.stringify(content);
      expect(inStep, `${path} is not what the contracts say: npm run openapi`).toBe(true);
    },
  );

  it('is valid OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone({ ...document }));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it('has every route of the contracts once, and no other', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const declared = apiRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(declared.length).toBeGreaterThan(20);
    expect(described.toSorted()).toEqual(declared.toSorted());
  });

  it('gives every operation a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names).toEqual([...new Set(names)]);
  });

  it('asks for a token everywhere but on public routes, and names the role', () => {
    const byKey = new Map(apiRoutes().map((each) => [`${each.method} ${each.path}`, each.role]));
    for (const { method, path, security } of operations) {
      const role = byKey.get(`${method.toUpperCase()} ${path}`);
      expect(security).toEqual(role === 'public' ? [] : [{ idToken: [role] }]);
    }
  });

  it('documents every status that a problem can have', () => {
    const statuses = new Set(Object.values(PROBLEMS).map(({ status }) => status));
    const documented = PROBLEM_RESPONSES.map(({ status }) => status);
    expect([...statuses].filter((status) => !documented.includes(status))).toEqual([]);
  });

  it('is the same whatever order the routes are given in', () => {
    const turned = describeApi(apiRoutes().toReversed(), packageJson.version);
    expect(JSON.stringify(turned)).toBe(JSON.stringify(document));
  });

  it('refuses a route that is declared twice', () => {
    const get = route('GET', { 200: z.object({}) });
    expect(() => describeApi([get, get], '1')).toThrow('Declared twice');
  });

  it('lets answers gain fields, and closes only what is declared strict', () => {
    const { paths } = describeApi(
      [
        route('GET', { 200: z.object({ open: z.string() }) }),
        route('POST', { 200: z.strictObject({ closed: z.string() }) }),
      ],
      '1',
    );
    expect(JSON.stringify(paths['/things']?.['get'])).not.toContain('additionalProperties');
    expect(JSON.stringify(paths['/things']?.['post'])).toContain('"additionalProperties":false');
  });
});
