import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import * as z from 'zod';
import { API_BASE_PATH } from '#shared/http/route.ts';
import { lambdaContext } from '../lambda-context.ts';

export interface ApiCall {
  /** Method and route, relative to the base path: `POST /things/{id}`. */
  readonly route: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly rawBody?: string;
  /** Besides those of every call; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly idempotencyKey?: string;
  readonly tenant?: string;
  readonly user?: string;
  readonly groups?: readonly string[];
  /** Instead of those that tenant, user and groups make. */
  readonly claims?: Readonly<Record<string, string>>;
}

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Handler = (event: Event, context: Context) => Promise<unknown>;

const answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  body: z.string(),
});

/** Calls a function as API Gateway does; the body of the answer comes back parsed. */
export async function callApi(handler: Handler, call: ApiCall) {
  const { statusCode, headers, body } = answer.parse(await handler(eventOf(call), lambdaContext));
  const isJson = /[/+]json\b/.test(String(headers['content-type']));
  const parsed = z.any().parse(isJson ? JSON.parse(body) : undefined);
  return { status: statusCode, headers, text: body, body: parsed };
}

/** The event that the gateway would hand over: payload format 2.0. */
export function eventOf(call: ApiCall): Event {
  const [method = '', route = ''] = call.route.split(' ');
  const routeKey = `${method} ${API_BASE_PATH}${route}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: `${API_BASE_PATH}${route}`,
    rawQueryString: '',
    headers: {
      'content-type': 'application/json',
      ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      ...call.headers,
    },
    pathParameters: { ...call.path },
    queryStringParameters: { ...call.query },
    isBase64Encoded: false,
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    ...(call.rawBody !== undefined && { body: call.rawBody }),
    requestContext: contextOf(call, routeKey, method),
  };
}

function contextOf(call: ApiCall, routeKey: string, method: string): Event['requestContext'] {
  const { tenant = 'acme', user = 'ana', groups = ['admin'] } = call;
  const claims = call.claims ?? {
    'custom:tenant_id': tenant,
    sub: `${tenant}-${user}`,
    email: `${user}@${tenant}.example`,
    'cognito:groups': `[${groups.join(' ')}]`,
  };
  return {
    accountId: '000000000000',
    apiId: 'api',
    authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
    domainName: 'api.example',
    domainPrefix: 'api',
    http: { method, path: '', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey,
    stage: '$default',
    time: '05/Jan/2026:00:00:00 +0000',
    timeEpoch: 0,
  };
}
