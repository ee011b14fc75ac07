import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JWTVerifyGetKey } from 'jose';
import type { Outcome } from '../lambda/invocation.ts';
import type { CorsConfiguration } from '../template/kinds/api.ts';
import { corsHeaders, preflight } from './cors.ts';
import { toGatewayEvent } from './gateway-event.ts';
import { type GatewayRequest, takeIn } from './gateway-request.ts';
import { type GatewayResponse, gatewayMessage, toGatewayResponse } from './gateway-response.ts';
import { authorize } from './jwt-authorizer.ts';
import type { RouteMatch, RouteTable } from './route-table.ts';
import type { Throttle } from './throttle.ts';

export interface HttpGatewayOptions {
  readonly apiId: string;
  readonly accountId: string;
  readonly region: string;
  readonly routes: RouteTable;
  readonly cors?: CorsConfiguration;
  readonly throttle: Throttle;
  /** Public keys of the issuer. */
  readonly keys: JWTVerifyGetKey;
  readonly invoke: (
    functionArn: string,
    event: unknown,
    options: { readonly gatewayRequestId: string },
  ) => Promise<Outcome>;
}

export type HttpGateway = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP API of API Gateway: routes, authorizer, CORS, limits, and events of payload format 2.0. */
export const createHttpGateway =
  (options: HttpGatewayOptions): HttpGateway =>
  async (message, response) => {
    const id = `${randomBytes(11).toString('base64url')}=`;
    const request = await takeIn(message, id);
    const answer = request
      ? await answerTo(request, options)
      : gatewayMessage(413, 'Request Entity Too Large', { connection: 'close' });
    const cors = corsHeaders(options.cors, message.headers.origin);
    send(response, answer, { ...cors, 'apigw-requestid': id });
  };

async function answerTo(
  request: GatewayRequest,
  options: HttpGatewayOptions,
): Promise<GatewayResponse> {
  const granted = preflight(options.cors, request.method, request.headers);
  if (granted) return granted;
  const match = options.routes.match(request.method, request.path);
  if (!match) return gatewayMessage(404, 'Not Found');
  if (!options.throttle(match.route.routeKey)) return gatewayMessage(429, 'Too Many Requests');
  const { authorizer } = match.route;
  if (!authorizer) return integrate(request, match, options);
  const result = await authorize(request.headers.authorization, authorizer, options.keys);
  return 'refusal' in result ? result.refusal : integrate(request, match, options, result.jwt);
}

async function integrate(
  request: GatewayRequest,
  { route, pathParameters }: RouteMatch,
  options: HttpGatewayOptions,
  jwt?: Parameters<typeof toGatewayEvent>[1]['jwt'],
): Promise<GatewayResponse> {
  const { apiId, accountId, region } = options;
  const { routeKey } = route;
  const context = { apiId, accountId, region, routeKey, pathParameters, jwt };
  const giveUp = new AbortController();
  const outcome = options
    .invoke(route.functionArn, toGatewayEvent(request, context), { gatewayRequestId: request.id })
    .then(toGatewayResponse);
  const limit = sleep(route.timeoutMs, gatewayMessage(503, 'Service Unavailable'), {
    signal: giveUp.signal,
  });
  try {
    return await Promise.race([outcome, limit]);
  } finally {
    giveUp.abort();
  }
}

function send(
  response: ServerResponse,
  answer: GatewayResponse,
  added: Readonly<Record<string, string>>,
): void {
  // The CORS headers are the API's, whatever the function says.
  const own = Object.entries(answer.headers).filter(
    ([name]) => answer.status === 204 || !name.startsWith('access-control-'),
  );
  for (const [name, value] of [...own, ...Object.entries(added)]) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (answer.body.length > 0) response.setHeader('content-length', Buffer.byteLength(answer.body));
  response.writeHead(answer.status).end(answer.body);
}
