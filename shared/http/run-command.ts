import canonicalize from 'canonicalize';
import {
  IdempotencyKeyMissingError,
  type IdempotentCall,
  onlyOnce,
  resultKey,
  sha256,
} from '#shared/idempotency/only-once.ts';
import { AppError, ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit, type StoredResult } from '#shared/store/commit.ts';
import { changesNothing, type Decision } from '#shared/store/decision.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Outcome } from './endpoint.ts';
import type { RawInput } from './read-input.ts';
import { encodeBody, type Reply, toReply } from './reply.ts';
import { type Route, routeKeyOf } from './route.ts';

export interface CommandRequest {
  readonly route: Route;
  readonly raw: RawInput;
  readonly caller: Caller;
  readonly idempotencyKey: string | undefined;
}

/**
 * Decides and commits, once per `Idempotency-Key`. A call that fails, or finds nothing left to do, is
 * looked up before it is answered: what it asked for may have been done by its first attempt.
 */
export async function runCommand(
  deps: CommitDeps,
  request: CommandRequest,
  decide: (call: IdempotentCall | undefined) => Promise<Decision<Outcome>>,
): Promise<Reply> {
  const { route, caller } = request;
  const call = idempotentCall(request);
  const { tenant, correlationId } = caller;
  const guard = {
    tenant,
    actor: actorOf(caller),
    correlationId,
    ...(call && { onlyOnce: onlyOnce(call) }),
  };
  try {
    const decision = await decide(call);
    const earlier = changesNothing(decision) ? await earlierReply(deps, tenant, call) : undefined;
    if (earlier) return earlier;
    const done = await commit(deps, guard, decision, (outcome) => stored(route, outcome));
    return done.kind === 'done' ? toReply(route, done.response) : replayed(done.result);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const earlier = await earlierReply(deps, tenant, call);
    if (!earlier) throw error;
    return earlier;
  }
}

/** What the same call was answered before. @throws IdempotencyMismatchError */
async function earlierReply(
  { table, clock }: CommitDeps,
  tenant: Tenant,
  call: IdempotentCall | undefined,
): Promise<Reply | undefined> {
  if (!call) return undefined;
  const existing = await table.get(tenant, resultKey(call));
  const earlier = onlyOnce(call).earlier(existing, clock.now());
  return earlier && replayed(earlier);
}

const MAX_KEY_LENGTH = 255;

function idempotentCall({
  route,
  raw,
  caller,
  idempotencyKey: key,
}: CommandRequest): IdempotentCall | undefined {
  if (route.idempotency === 'none') return undefined;
  if (!key && route.idempotency === 'required')
    throw new IdempotencyKeyMissingError('Send an Idempotency-Key header with this request');
  if (!key) return undefined;
  if (key.length > MAX_KEY_LENGTH)
    throw new ValidationError('The Idempotency-Key is too long', [
      { pointer: '/idempotency-key', detail: `at most ${MAX_KEY_LENGTH} characters` },
    ]);
  const requestHash = sha256(canonicalize([raw.path, raw.body]) ?? '');
  return { userId: caller.userId, routeKey: routeKeyOf(route), key, requestHash };
}

const stored = (route: Route, outcome: Outcome): StoredResult => ({
  status: Number(outcome.status),
  body: encodeBody(route, outcome.status, outcome.replayBody ?? outcome.body),
  ...(outcome.headers && { headers: outcome.headers }),
});

const replayed = ({ status, body, headers }: StoredResult): Reply => ({
  status,
  body,
  headers: { ...headers, 'idempotent-replayed': 'true' },
});
