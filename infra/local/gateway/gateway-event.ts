import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { GatewayRequest } from './gateway-request.ts';

export interface EventContext {
  readonly apiId: string;
  readonly accountId: string;
  readonly region: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** What the authorizer found in the token, as text. */
  readonly jwt?: {
    readonly claims: Readonly<Record<string, string>>;
    readonly scopes: string[] | null;
  };
}

/**
 * The event of payload format 2.0.
 * Source: "Create AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide.
 */
export function toGatewayEvent(request: GatewayRequest, context: EventContext) {
  const query = [...new URLSearchParams(request.rawQueryString)];
  const binary = isBinary(request.headers);
  const { headers, cookies, body } = request;
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: request.path,
    rawQueryString: request.rawQueryString,
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    headers: { ...headers, ...forwardedBy(request) },
    ...(query.length > 0 && { queryStringParameters: joinValues(query) }),
    requestContext: requestContext(request, context),
    ...(Object.keys(context.pathParameters).length > 0 && {
      pathParameters: { ...context.pathParameters },
    }),
    ...(body.length > 0 && { body: body.toString(binary ? 'base64' : 'utf8') }),
    isBase64Encoded: body.length > 0 && binary,
  } satisfies APIGatewayProxyEventV2;
}

function requestContext(request: GatewayRequest, context: EventContext) {
  const { apiId, accountId, region, jwt } = context;
  return {
    accountId,
    apiId,
    ...(jwt && { authorizer: { jwt } }),
    domainName: `${apiId}.execute-api.${region}.amazonaws.com`,
    domainPrefix: apiId,
    http: {
      method: request.method,
      path: request.path,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: request.id,
    routeKey: context.routeKey,
    stage: '$default',
    time: commonLogTime(request.receivedAt),
    timeEpoch: request.receivedAt.getTime(),
  };
}

const forwardedBy = ({ sourceIp, headers }: GatewayRequest) => ({
  'x-forwarded-for': sourceIp,
  'x-forwarded-port': headers.host?.split(':')[1] ?? '80',
  'x-forwarded-proto': 'http',
});

function joinValues(query: readonly (readonly [string, string])[]): Record<string, string> {
  const values = Map.groupBy(query, ([name]) => name);
  return Object.fromEntries(
    [...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(',')]),
  );
}

const TEXT = /^(text\/|application\/(json|javascript|xml)\b|[^;]+\+(json|xml)\b)/i;

// Whatever is not known to be text comes as base64, forms too.
const isBinary = (headers: Readonly<Record<string, string>>): boolean =>
  'content-encoding' in headers || !TEXT.test(headers['content-type'] ?? 'text/plain');

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `22/Nov/2026:14:16:01 +0000` */
function commonLogTime(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${two(time.getUTCDate())}/${MONTHS[time.getUTCMonth()]}/${time.getUTCFullYear()}`;
  const clock = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two).join(':');
  return `${date}:${clock} +0000`;
}
