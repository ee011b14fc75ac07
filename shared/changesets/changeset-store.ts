import type { Tenant } from '#shared/runtime/tenant.ts';
import type { IndexKeys, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';
import { INLINE_CHANGES } from './change-limit.ts';
import {
  type Changeset,
  type ChangesetStatus,
  changesetSchema,
  type Obstacle,
  UNDECIDED,
} from './changeset.ts';
import { ChangesetMovedError, TargetMovedError } from './errors.ts';

const PARTITION = 'CHANGESET';
/** Where undecided changesets wait for the approvers of their tenant. */
export const APPROVAL_INBOX = 'APPROVALS';
/** Where their timers wait. */
export const APPROVAL_TIMERS = 'APPROVAL_TIMERS';

export const changesetKey = (id: string): Key => ({ partition: PARTITION, sort: id });

export async function findChangeset(table: Table, tenant: Tenant, id: string) {
  const item = await table.get(tenant, changesetKey(id));
  return item && changesetSchema.parse(item);
}

/** The draft of a session that was made last. Ids of a session's changesets begin with its own. */
export async function findDraftOfSession(table: Table, tenant: Tenant, sessionId: string) {
  const newest = { partition: PARTITION, sortPrefix: `${sessionId}.`, descending: true, limit: 1 };
  const { found } = await table.query(tenant, newest);
  return found[0] && changesetSchema.parse(found[0].item);
}

/** Ids sort by time: those of drafts by the session's start, then by the number of the draft. */
export const draftId = (sessionId: string, draft: number): string =>
  `${sessionId}.${String(draft).padStart(3, '0')}`;

export async function listChangesets(
  table: Table,
  tenant: Tenant,
  page: { readonly limit: number; readonly after?: string },
) {
  const answer = await table.query(tenant, { partition: PARTITION, descending: true, ...page });
  return { ...answer, changesets: answer.found.map(({ item }) => changesetSchema.parse(item)) };
}

/**
 * Writes the item as the version after the one it was read at. Undecided ones show up in the inbox and
 * wait for their next timer; a decision thus cancels the timers.
 */
export function putChangeset(changeset: Changeset): Write {
  const { id, version } = changeset;
  const timers = UNDECIDED.includes(changeset.status) ? changeset.timers : [];
  return {
    action: 'put',
    key: changesetKey(id),
    index: indexOf({ ...changeset, timers }),
    condition: version === 0 ? absent : equals({ version }),
    refused: () => new ChangesetMovedError('The changeset was changed at the same time'),
    item: { ...changeset, ...inlineChanges(changeset), timers, version: version + 1 },
  };
}

function indexOf({ id, status, created_at, timers: [next] }: Changeset): IndexKeys {
  if (!UNDECIDED.includes(status)) return {};
  return {
    inbox: { partition: APPROVAL_INBOX, sort: `${created_at}#${id}` },
    ...(next && { due: { queue: APPROVAL_TIMERS, at: next.at } }),
  };
}

/** A long changeset shows its first changes; all of them are in its body. @throws TypeError without one */
function inlineChanges({
  id,
  changes,
  body,
  revision_hash,
}: Changeset): Pick<Changeset, 'changes'> {
  const isLong = changes.length > INLINE_CHANGES || body !== null;
  if (isLong && body?.revision_hash !== revision_hash)
    throw new TypeError(`The changes of ${id} are not kept yet`);
  return { changes: changes.slice(0, INLINE_CHANGES) };
}

export interface TakenBack {
  readonly by: string;
  /** The state in which it was found. */
  readonly from: ChangesetStatus;
  readonly to: 'rolled_back' | 'partially_rolled_back';
  readonly left: readonly Obstacle[];
}

/** Marks a changeset as taken back by another, wholly or in part, in the transaction that ends that. */
export const markRolledBack = (id: string, { by, from, to, left }: TakenBack): Write => ({
  action: 'update',
  key: changesetKey(id),
  condition: equals({ status: from }),
  refused: () => new TargetMovedError(`The changeset is not ${from} any more`),
  set: { status: to, rolled_back_by: by, left: left.slice(0, MAX_LEFT) },
});

/** So many that could not be taken back are named. */
const MAX_LEFT = 100;
