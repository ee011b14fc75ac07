import { AppError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Actor, auditRecord } from './audit-record.ts';
import { changesNothing, type Decision } from './decision.ts';
import type { Item } from './item.ts';
import { outboxRow } from './outbox.ts';
import { type Refusal, type Table, TransactionRefused } from './table.ts';
import type { Put, Write } from './write.ts';

export interface CommitDeps {
  readonly table: Table;
  readonly clock: Clock;
  /** Waits between attempts; injected so that simulations do not. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What a client got, byte for byte. */
export interface StoredResult {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Lets one of any number of identical calls through, and remembers what it was answered. */
export interface OnlyOnce {
  /** Writes the result beside the effect; its condition fails when the call was done before. */
  store(result: StoredResult, at: Date): Put;
  /** The result in an item found in its place. @throws AppError when it belongs to another request */
  earlier(existing: Item | undefined, at: Date): StoredResult | undefined;
}

/** On whose behalf a decision is carried out. */
export interface Command {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly onlyOnce?: OnlyOnce;
}

/** The answer as the client will get it, ready to be stored beside the effect. */
export type Encode<Response> = (response: Response) => StoredResult;

export type Committed<Response> =
  | { readonly kind: 'done'; readonly response: Response }
  | { readonly kind: 'replayed'; readonly result: StoredResult };

/** Too many others want the same item at once. */
export class ContentionError extends AppError {
  readonly code = 'rate_limited';
}

const MAX_ATTEMPTS = 24;
const MAX_PAUSE_MS = 400;
/** DynamoDB's limit of actions in one transaction. */
export const MAX_ACTIONS = 100;

/**
 * Carries out a decision: its writes, events, audit facts and stored result in ONE transaction.
 * A collision with another transaction is tried again with full jitter; a failed condition becomes
 * the typed error of its write, the earlier result of the same call, or a reconsidered decision.
 * @throws AppError of the refused write, ContentionError when collisions do not end
 */
export async function commit<Response>(
  deps: CommitDeps,
  command: Command,
  decision: Decision<Response>,
  encode?: Encode<Response>,
): Promise<Committed<Response>> {
  let current = decision;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const step = await attemptOnce(deps, command, current, encode);
    if (step.kind !== 'again') return step;
    current = step.decision;
    await deps.pause(Math.random() * Math.min(MAX_PAUSE_MS, 10 * 2 ** attempt));
  }
  throw new ContentionError('Too many changes at once; try again');
}

type Attempt<Response> =
  | Committed<Response>
  | { readonly kind: 'again'; readonly decision: Decision<Response> };

async function attemptOnce<Response>(
  deps: CommitDeps,
  command: Command,
  decision: Decision<Response>,
  encode?: Encode<Response>,
): Promise<Attempt<Response>> {
  if (changesNothing(decision)) return done(decision);
  const at = deps.clock.now();
  // A refused call has no result: the same key may try again.
  const keeps = encode && !decision.refusal;
  const result = keeps ? command.onlyOnce?.store(encode(decision.response), at) : undefined;
  const tenant = decision.inTenant ?? command.tenant;
  const writes = [...(result ? [result] : []), ...ownWrites({ ...command, tenant }, decision, at)];
  const stopped = await stoppedBy(deps.table, tenant, writes);
  if (!stopped) return done(decision);
  const earlier = result && command.onlyOnce?.earlier(foundInstead(stopped.refusals, 0), at);
  if (earlier) return { kind: 'replayed', result: earlier };
  return { kind: 'again', decision: await secondThoughts(decision, writes, stopped) };
}

function done<Response>({ refusal, response }: Decision<Response>): Committed<Response> {
  if (refusal) throw refusal;
  return { kind: 'done', response };
}

async function stoppedBy(table: Table, tenant: Tenant, writes: readonly Write[]) {
  try {
    await table.transact(tenant, writes);
    return undefined;
  } catch (error) {
    if (error instanceof TransactionRefused) return error;
    throw error;
  }
}

function ownWrites(
  { tenant, actor, correlationId }: Command,
  { writes, events, audit }: Decision<unknown>,
  at: Date,
): readonly Write[] {
  return [
    ...writes,
    ...audit.map((fact) => auditRecord(fact, { actor, correlationId, at })),
    ...events.map((event) => outboxRow(event, { tenant, correlationId, at })),
  ];
}

function foundInstead(refusals: readonly Refusal[], at: number): Item | undefined {
  const refusal = refusals.find(({ index }) => index === at);
  return refusal?.reason === 'condition' ? refusal.existing : undefined;
}

/** The same decision again after a collision; after a failed condition what its author now thinks. */
async function secondThoughts<Response>(
  decision: Decision<Response>,
  writes: readonly Write[],
  error: TransactionRefused,
): Promise<Decision<Response>> {
  const failed = error.refusals.find(({ reason }) => reason === 'condition');
  if (failed?.reason !== 'condition') return decision;
  const refusal = writes[failed.index]?.refused?.(failed.existing);
  if (!refusal) throw error;
  if (!decision.reconsider) throw refusal;
  return decision.reconsider(refusal);
}
