import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { IndexKeys, Item, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { SessionConflictError, TurnConflictError } from './errors.ts';
import { type Session, sessionSchema } from './session.ts';
import { ACTIVE_STATES } from './session-state.ts';

/** Sessions are kept, and can be resumed, this long after their last turn. */
const KEEP_DAYS = 90;
const DAY_MS = 86_400_000;
const STATE = 'STATE';
/** The due queue of conversations that wait for a turn to be worked on. */
export const TURN_QUEUE = 'TURN';
/** How long the queue may take over a turn, its retries included. */
const TURN_GRACE_SECONDS = 10 * 60;

export const partitionOf = (sessionId: string): string => `SESSION#${sessionId}`;
const stateKey = (sessionId: string): Key => ({ partition: partitionOf(sessionId), sort: STATE });
const ownedBy = (owner: string): string => `OWNED#${owner.replaceAll('#', '-')}`;

/** Where the one active session of a person and type is named. */
const activeKey = ({ owner, type }: Pick<Session, 'owner' | 'type'>): Key => ({
  partition: `ACTIVE#${owner.replaceAll('#', '-')}`,
  sort: type,
});

export async function findSession(table: Table, tenant: Tenant, sessionId: string) {
  const item = await table.get(tenant, stateKey(sessionId));
  return item && sessionSchema.parse(item);
}

/** A person's own sessions, newest first. */
export async function listSessions(
  table: Table,
  tenant: Tenant,
  owner: string,
  page: { readonly limit: number; readonly after?: string },
) {
  const owned = { partition: ownedBy(owner), descending: true, ...page };
  const { found, next } = await table.query(tenant, owned);
  const items = await table.getMany(
    tenant,
    found.map(({ key }) => stateKey(key.sort)),
  );
  const sessions = items.flatMap((item) => (item ? [sessionSchema.parse(item)] : []));
  return { sessions, next };
}

/** The session as it is now, on top of what was read; whoever read the same and wrote first has won. */
export const putSession = (next: Session, read: Session): Write => ({
  action: 'put',
  key: stateKey(next.id),
  condition: equals({ turn: read.turn, state: read.state, task_id: read.task_id }),
  refused: (existing) => {
    const { turn, state } = existing ? sessionSchema.parse(existing) : read;
    return new TurnConflictError(read.turn, turn, { state });
  },
  item: stored(next),
  index: dueIndexOf(next),
  expiresAt: expiryOf(next.last_activity_at),
});

/** When a turn that is under way counts as stuck (ISO 8601). */
export const turnDueAt = ({ last_activity_at }: Session): string =>
  new Date(Date.parse(last_activity_at) + TURN_GRACE_SECONDS * 1000).toISOString();

const dueIndexOf = (session: Session): IndexKeys =>
  session.task_id === null ? {} : { due: { queue: TURN_QUEUE, at: turnDueAt(session) } };

/** What was drafted is applied. The session is not read for that: its state is the condition. */
export const completeSession = (sessionId: string): Write => ({
  action: 'update',
  key: stateKey(sessionId),
  condition: equals({ state: 'awaiting_approval' }),
  refused: () => new InvalidStateError('The conversation no longer waits for this approval'),
  set: { state: 'completed' },
});

/** A new session, its entry in its owner's list, and the claim to be the only active one of its type. */
export const createSession = (session: Session): readonly Write[] => [
  {
    action: 'put',
    key: stateKey(session.id),
    condition: absent,
    item: stored(session),
    index: dueIndexOf(session),
    expiresAt: expiryOf(session.last_activity_at),
  },
  {
    action: 'put',
    key: { partition: ownedBy(session.owner), sort: session.id },
    item: { created_at: session.created_at },
    expiresAt: expiryOf(session.last_activity_at),
  },
];

/** Takes the claim. A session that its first words ended takes none, and begins only where there is none. */
export const claimActive = (session: Session): Write => {
  const claim = {
    key: activeKey(session),
    condition: absent,
    refused: (existing: Item | undefined) =>
      new SessionConflictError(String(existing?.['session_id'])),
  };
  return ACTIVE_STATES.includes(session.state)
    ? { ...claim, action: 'put', item: { session_id: session.id } }
    : { ...claim, action: 'delete' };
};

/** Hands the claim from a session that has gone idle to its successor. */
export const reclaimActive = (session: Session, from: string): Write => ({
  ...claimActive(session),
  condition: equals({ session_id: from }),
});

/** Gives the claim up; a session that waits for approval has none any more. */
export const releaseActive = (session: Session): readonly Write[] =>
  ACTIVE_STATES.includes(session.state) ? [{ action: 'delete', key: activeKey(session) }] : [];

/** What was heard and the slots hold JSON only; the round trip also drops what is `undefined`. */
export const stored = (value: object) => JSON.parse(JSON.stringify(value));

export const expiryOf = (at: string): string =>
  new Date(Date.parse(at) + KEEP_DAYS * DAY_MS).toISOString();
