import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { API_BASE_PATH } from '#shared/http/route.ts';
import { idIn, ofType, type Placed, synthesize } from './synthesized.ts';

const CONTRACTS = FUNCTIONS.flatMap((spec) => (spec.trigger === 'http' ? spec.routes : []));
const PUBLIC_ALWAYS = ['$default', 'OPTIONS /{proxy+}'];

let resources: readonly Placed[];
let routes: readonly Placed[];
beforeAll(async () => {
  resources = await synthesize();
  routes = ofType(resources, 'AWS::ApiGatewayV2::Route');
});

const keyOf = ({ Properties }: Placed): string => String(Properties['RouteKey']);

describe('the HTTP API', () => {
  it('has every route of the contracts, with and without the trailing slash, and no other', () => {
    const declared = CONTRACTS.map(({ method, path }) => `${method} ${API_BASE_PATH}${path}`);
    const expected = [...declared, ...declared.map((key) => `${key}/`), ...PUBLIC_ALWAYS];
    expect(routes.map(keyOf).toSorted()).toEqual(expected.toSorted());
  });

  it('lets nobody past the authorizer but on routes whose contract is public', () => {
    const open = routes.filter(({ Properties }) => Properties['AuthorizationType'] !== 'JWT');
    const isPublic = CONTRACTS.filter(({ role }) => role === 'public').map(
      ({ method, path }) => `${method} ${API_BASE_PATH}${path}`,
    );
    const expected = [...isPublic, ...isPublic.map((key) => `${key}/`), ...PUBLIC_ALWAYS];
    expect(open.map(keyOf).toSorted()).toEqual(expected.toSorted());
  });

  it('accepts tokens made for our client by our issuer', () => {
    const [authorizer, ...others] = ofType(resources, 'AWS::ApiGatewayV2::Authorizer');
    expect(others).toEqual([]);
    expect(authorizer?.Properties).toMatchObject({ AuthorizerType: 'JWT' });
    expect(idIn(authorizer?.Properties['JwtConfiguration'])).toMatch(/Audience.*PoolConsole/);
  });

  it('calls each function over one integration', () => {
    const integrations = ofType(resources, 'AWS::ApiGatewayV2::Integration');
    const uris = integrations.map(({ Properties }) => idIn(Properties['IntegrationUri']));
    expect(new Set(uris).size).toBe(FUNCTIONS.filter(({ trigger }) => trigger === 'http').length);
    expect(uris).toHaveLength(new Set(uris).size);
  });

  it('is throttled and notes who called which route, never the path or a token', () => {
    const [stage] = ofType(resources, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 },
    });
    const log = idIn(stage?.Properties['AccessLogSettings']);
    expect(log).toContain('$context.routeKey');
    expect(log).not.toMatch(/context\.path|authorizer\.claims|requestOverride|querystring/i);
  });
});
