import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2 as HttpResult,
} from 'aws-lambda';
import { tenantBoundaryViolatedV1 } from '#events/tenant-boundary-violated.v1.ts';
import { ForbiddenError, NotFoundError } from '#shared/runtime/app-error.ts';
import { logger } from '#shared/runtime/logger.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { actorOf, type Caller, type Directory } from './caller.ts';
import { correlationIdOf } from './correlation-id.ts';
import type { Endpoint } from './endpoint.ts';
import { httpChain } from './http-chain.ts';
import { type RawInput, readInput, readRaw } from './read-input.ts';
import { type Reply, toReply } from './reply.ts';
import { mayAct } from './roles.ts';
import { type Route, routeKeyOf } from './route.ts';
import { runCommand } from './run-command.ts';
import { guardTenantBoundary, TenantMismatchError } from './tenant-boundary.ts';
import { readClaims } from './token-reader.ts';

export interface HttpDeps extends CommitDeps {
  readonly directory: Directory;
}

type Authorized = APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'];

/** Only routes behind the authorizer come with claims. */
type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: Partial<Pick<Authorized, 'authorizer'>>;
};

/** One Lambda function of one or more routes: parse, authorise, act, answer, in this order only. */
export function httpFunction(deps: HttpDeps, endpoints: readonly Endpoint[]) {
  const byRoute = new Map(endpoints.map((endpoint) => [routeKeyOf(endpoint.route), endpoint]));
  return httpChain(async (event: HttpEvent): Promise<HttpResult> => {
    const endpoint = byRoute.get(event.routeKey.replace(/\/$/, ''));
    if (!endpoint) throw new NotFoundError('There is nothing at this address');
    const reply = await answer(deps, endpoint, event);
    return toResult(endpoint.route, reply);
  });
}

async function answer(deps: HttpDeps, endpoint: Endpoint, event: HttpEvent): Promise<Reply> {
  const { route } = endpoint;
  if (endpoint.kind === 'open')
    return toReply(route, await endpoint.act(readInput(route, readRaw(route, event))));
  if (endpoint.kind === 'signed') return answerSigned(deps, endpoint, event);

  const caller = await readCaller(deps, route, event);
  const raw = readRaw(route, event);
  await holdBoundary(deps, caller, route, raw, event);
  const input = readInput(route, raw);
  if (endpoint.kind === 'query') return toReply(route, await endpoint.act(input, caller));
  const idempotencyKey = event.headers['idempotency-key'];
  const request = { route, raw, caller, idempotencyKey };
  return runCommand(deps, request, (call) => endpoint.act(input, caller, call));
}

/** The proof in the request takes the place of a token and of an `Idempotency-Key`. */
async function answerSigned(
  deps: HttpDeps,
  { route, act }: Extract<Endpoint, { kind: 'signed' }>,
  event: HttpEvent,
): Promise<Reply> {
  const raw = readRaw(route, event);
  const { claims, idempotencyKey, decide } = await act(readInput(route, raw));
  logger.appendKeys({ tenant: claims.tenant });
  const caller = { ...claims, ...originOf(event) };
  return runCommand(deps, { route, raw, caller, idempotencyKey }, () => decide(caller));
}

async function readCaller(deps: HttpDeps, route: Route, event: HttpEvent): Promise<Caller> {
  const claims = readClaims(event.requestContext.authorizer?.jwt.claims);
  logger.appendKeys({ tenant: claims.tenant });
  const caller = { ...claims, ...originOf(event) };
  const roles = await deps.directory.rolesOf(caller);
  if (route.role !== 'public' && !mayAct(roles, route.role))
    throw new ForbiddenError(`This needs the role ${route.role}`);
  return { ...caller, roles };
}

const originOf = (event: HttpEvent) => ({
  correlationId: correlationIdOf(event),
  sourceIp: event.requestContext.http.sourceIp,
});

/** Operators name tenants as a matter of course; everybody else is held to their own. */
async function holdBoundary(
  deps: HttpDeps,
  caller: Caller,
  route: Route,
  raw: RawInput,
  event: HttpEvent,
): Promise<void> {
  if (route.role === 'operator') return;
  try {
    guardTenantBoundary(caller.tenant, raw, event.headers);
  } catch (error) {
    if (error instanceof TenantMismatchError) await recordViolation(deps, caller, route);
    throw error;
  }
}

async function recordViolation(deps: HttpDeps, caller: Caller, route: Route): Promise<void> {
  const { tenant, userId, correlationId } = caller;
  const target = routeKeyOf(route);
  await commit(
    deps,
    { tenant, actor: actorOf(caller), correlationId },
    {
      writes: [],
      events: [{ name: tenantBoundaryViolatedV1.name, data: { user_id: userId, route: target } }],
      audit: [{ action: 'tenant.boundary_violated', target }],
      response: undefined,
    },
  );
}

const toResult = (route: Route, { status, body, headers }: Reply): HttpResult => ({
  statusCode: status,
  headers: { 'content-type': route.content_type ?? 'application/json', ...headers },
  body,
});
