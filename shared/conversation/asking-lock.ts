import {
  IdempotencyInProgressError,
  type IdempotentCall,
  resultKey,
} from '#shared/idempotency/only-once.ts';
import type { AppError } from '#shared/runtime/app-error.ts';
import type { Item, Key } from '#shared/store/item.ts';
import { equals, type Write } from '#shared/store/write.ts';
import { TurnConflictError } from './errors.ts';
import type { Session } from './session.ts';
import { partitionOf } from './session-store.ts';

/** The right to ask a model in a turn: whoever holds it may, until it lapses by its own time. */
export interface AskingLock {
  readonly sessionId: string;
  readonly turn: number;
  /** Token of the holder: nobody else's release or commit passes for theirs. */
  readonly owner: string;
  /** What is asked for: a duplicate of it is told so, anything else that the turn is taken. */
  readonly call: string;
  readonly takenAt: Date;
  readonly leaseMs: number;
}

/** How a call is told from others. */
export const callName = (call: IdempotentCall): string => resultKey(call).partition;

const DAY_MS = 86_400_000;

const keyOf = (sessionId: string): Key => ({ partition: partitionOf(sessionId), sort: 'ASKING' });

/** Takes the lock where nobody holds it any more. */
export function takeLock({ sessionId, turn, owner, call, takenAt, leaseMs }: AskingLock): Write {
  const held_until = new Date(takenAt.getTime() + leaseMs).toISOString();
  return {
    action: 'put',
    key: keyOf(sessionId),
    condition: whereFree(takenAt),
    refused: (existing) => heldBy(existing, call, turn, takenAt),
    item: { turn, owner, call, held_until },
    // A lock that lapsed is still its holder's while nobody has taken it over.
    expiresAt: new Date(takenAt.getTime() + DAY_MS).toISOString(),
  };
}

/** Gives the lock back, in the transaction of what it was for: a holder that was replaced has no effect. */
export const releaseLock = ({ sessionId, turn, owner }: AskingLock): Write => ({
  action: 'delete',
  key: keyOf(sessionId),
  condition: equals({ owner }),
  refused: () => new TurnConflictError(turn, turn),
});

/** Lets something through only while no model is asked in this session. */
export const whileNobodyAsks = ({ id, turn }: Session, at: Date): Write => ({
  action: 'delete',
  key: keyOf(id),
  condition: whereFree(at),
  refused: () => new TurnConflictError(turn, turn),
});

const whereFree = (at: Date) =>
  ({ kind: 'absent_or_before', attribute: 'held_until', at: at.toISOString() }) as const;

function heldBy(existing: Item | undefined, call: string, turn: number, at: Date): AppError {
  if (existing?.['call'] !== call) return new TurnConflictError(turn, turn);
  const leftMs = Date.parse(String(existing['held_until'])) - at.getTime();
  return new IdempotencyInProgressError(Math.max(1, Math.ceil(leftMs / 1000)));
}
