import { describe, expect, it } from 'vitest';
import { createRouteTable } from '#infra/local/gateway/route-table.ts';

const routes = createRouteTable(
  [
    'GET /notes/{id}',
    'GET /notes/{id}/',
    'GET /notes/latest',
    'ANY /notes/{rest+}',
    'DELETE /notes/{id}',
    'ANY /notes/{id}',
    'POST /a.b',
    '$default',
  ].map((routeKey) => ({ routeKey, functionArn: 'f', timeoutMs: 1 })),
);

describe('choosing a route', () => {
  it.each([
    ['GET', '/notes/latest', 'GET /notes/latest', {}],
    ['GET', '/notes/7', 'GET /notes/{id}', { id: '7' }],
    ['GET', '/notes/7/', 'GET /notes/{id}/', { id: '7' }],
    ['DELETE', '/notes/7', 'DELETE /notes/{id}', { id: '7' }],
    ['PATCH', '/notes/7', 'ANY /notes/{id}', { id: '7' }],
    ['GET', '/notes/7/pages/1', 'ANY /notes/{rest+}', { rest: '7/pages/1' }],
    ['POST', '/a.b', 'POST /a.b', {}],
    ['POST', '/aXb', '$default', {}],
    ['GET', '/', '$default', {}],
  ])('%s %s is answered by %s', (method, path, routeKey, pathParameters) => {
    expect(routes.match(method, path)).toMatchObject({ route: { routeKey }, pathParameters });
  });

  it('finds nothing where there is no default', () => {
    expect(createRouteTable([]).match('GET', '/')).toBeUndefined();
  });
});
