import { describe, expect, it } from 'vitest';
import { toGatewayEvent } from '#infra/local/gateway/gateway-event.ts';
import type { GatewayRequest } from '#infra/local/gateway/gateway-request.ts';

const request: GatewayRequest = {
  id: 'JKJaXmPLvHcESHA=',
  method: 'POST',
  path: '/my/path',
  rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=a%20b',
  headers: { 'content-type': 'application/json', header1: 'value1,value2', 'user-agent': 'agent' },
  cookies: ['cookie1=a', 'cookie2=b'],
  body: Buffer.from('{"hello":"wörld"}'),
  sourceIp: '192.0.2.1',
  protocol: 'HTTP/1.1',
  receivedAt: new Date('2026-11-02T03:04:05.678Z'),
};

const context = {
  apiId: 'a1b2c3d4e5',
  accountId: '000000000000',
  region: 'eu-central-1',
  routeKey: 'POST /my/{id}',
  pathParameters: { id: 'path' },
  jwt: { claims: { sub: 'alice', 'cognito:groups': '[admin approver]' }, scopes: null },
};

describe('an event of payload format 2.0', () => {
  it('has the shape that API Gateway documents', () => {
    expect(toGatewayEvent(request, context)).toEqual({
      version: '2.0',
      routeKey: 'POST /my/{id}',
      rawPath: '/my/path',
      rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=a%20b',
      cookies: ['cookie1=a', 'cookie2=b'],
      headers: {
        'content-type': 'application/json',
        header1: 'value1,value2',
        'user-agent': 'agent',
        'x-forwarded-for': '192.0.2.1',
        'x-forwarded-port': '80',
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { parameter1: 'value1,value2', parameter2: 'a b' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'a1b2c3d4e5',
        authorizer: {
          jwt: { claims: { sub: 'alice', 'cognito:groups': '[admin approver]' }, scopes: null },
        },
        domainName: 'a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com',
        domainPrefix: 'a1b2c3d4e5',
        http: {
          method: 'POST',
          path: '/my/path',
          protocol: 'HTTP/1.1',
          sourceIp: '192.0.2.1',
          userAgent: 'agent',
        },
        requestId: 'JKJaXmPLvHcESHA=',
        routeKey: 'POST /my/{id}',
        stage: '$default',
        time: '02/Nov/2026:03:04:05 +0000',
        timeEpoch: 1793588645678,
      },
      pathParameters: { id: 'path' },
      body: '{"hello":"wörld"}',
      isBase64Encoded: false,
    });
  });

  it('leaves out what the request does not have', () => {
    const bare = { ...request, rawQueryString: '', cookies: [], body: Buffer.alloc(0) };
    const event = toGatewayEvent(bare, { ...context, pathParameters: {}, jwt: undefined });
    const absent = ['cookies', 'queryStringParameters', 'pathParameters', 'body'];
    expect(Object.keys(event)).not.toEqual(expect.arrayContaining(absent));
    for (const name of absent) expect(event).not.toHaveProperty(name);
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(event.isBase64Encoded).toBe(false);
  });

  it.each([
    ['application/json', false],
    ['application/merge-patch+json; charset=utf-8', false],
    ['text/csv', false],
    ['application/octet-stream', true],
    ['image/png', true],
    ['application/x-www-form-urlencoded', true],
  ])('carries a body of %s as base64: %s', (type, isBase64Encoded) => {
    const event = toGatewayEvent({ ...request, headers: { 'content-type': type } }, context);
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    const encoding = isBase64Encoded ? 'base64' : 'utf8';
    expect(event.body).toBe(request.body.toString(encoding));
  });
});
