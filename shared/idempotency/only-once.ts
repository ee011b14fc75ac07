import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '#shared/runtime/app-error.ts';
import type { OnlyOnce, StoredResult } from '#shared/store/commit.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Put } from '#shared/store/write.ts';

/** How long the same key gives the same answer. */
export const REPLAY_SECONDS = 24 * 60 * 60;

/** One call of one person to one route: what an `Idempotency-Key` is scoped to, besides the tenant. */
export interface IdempotentCall {
  readonly userId: string;
  /** Method and route, as the gateway names it. */
  readonly routeKey: string;
  readonly key: string;
  /** SHA-256 over path variables and body, so that the same key with another object or body is noticed. */
  readonly requestHash: string;
}

class IdempotencyMismatchError extends AppError {
  readonly code = 'idempotency_mismatch';
}

/** The first of several identical calls is still at something that must not be done twice. */
export class IdempotencyInProgressError extends AppError {
  readonly code = 'idempotency_in_progress';
  override readonly headers: Readonly<Record<string, string>>;

  constructor(retryAfterSeconds: number) {
    super('A call with this Idempotency-Key has begun and is not done');
    this.headers = { 'retry-after': String(retryAfterSeconds) };
  }
}

export class IdempotencyKeyMissingError extends AppError {
  readonly code = 'idempotency_key_missing';
}

/** The guard of one call. Keys are free text of the client, so their hash is the address. */
export const onlyOnce = (call: IdempotentCall): OnlyOnce => ({
  store: (result, at) => resultItem(call, result, at),
  earlier: (existing, at) => earlierResult(call, existing, at),
});

/** Where the result of a call is kept. */
export function resultKey({ userId, routeKey, key }: IdempotentCall): Key {
  return { partition: `IDEMPOTENCY#${sha256([userId, routeKey, key].join('\n'))}`, sort: 'RESULT' };
}

// TTL may be late by days, so the item's own time decides whether it still counts.
function resultItem(call: IdempotentCall, result: StoredResult, at: Date): Put {
  const valid_until = new Date(at.getTime() + REPLAY_SECONDS * 1000).toISOString();
  return {
    action: 'put',
    key: resultKey(call),
    condition: { kind: 'absent_or_before', attribute: 'valid_until', at: at.toISOString() },
    item: { ...result, request_hash: call.requestHash, valid_until },
    expiresAt: valid_until,
  };
}

function earlierResult(
  call: IdempotentCall,
  existing: Item | undefined,
  at: Date,
): StoredResult | undefined {
  if (!existing || String(existing['valid_until']) < at.toISOString()) return undefined;
  if (existing['request_hash'] !== call.requestHash)
    throw new IdempotencyMismatchError('This Idempotency-Key was used for another request');
  const headers = storedHeaders.safeParse(existing['headers']).data;
  return {
    status: Number(existing['status']),
    body: String(existing['body']),
    ...(headers && { headers }),
  };
}

const storedHeaders = z.record(z.string(), z.string());

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
