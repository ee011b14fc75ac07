import * as z from 'zod';
import { type Changeset, changesetSchema } from '#shared/changesets/changeset.ts';
import { APPROVAL_INBOX } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { citation } from '#shared/recommendations/recommendation.ts';
import type { Table } from '#shared/store/table.ts';
import { mayCount } from './approvers.ts';
import { approvalsOf, changesetView, presentChangeset } from './present.ts';

export const inboxItem = changesetView.extend({
  /** The next open decision. */
  approval_id: z.string(),
  kind: z.enum(['draft', 'changeset']),
  citations: z.array(citation),
  /** False for whoever asked for it, edited it, or has decided. */
  can_decide: z.boolean(),
});

/** What waits for the tenant's approvers, oldest first. */
export async function readInbox(
  table: Table,
  caller: Caller,
  page: { readonly limit: number; readonly after?: string },
) {
  const { found, next } = await table.query(caller.tenant, {
    partition: APPROVAL_INBOX,
    index: 'inbox',
    ...page,
  });
  const changesets = found.map(({ item }) => changesetSchema.parse(item));
  return { items: changesets.map((changeset) => toInboxItem(changeset, caller)), next };
}

function toInboxItem(changeset: Changeset, caller: Caller): z.input<typeof inboxItem> {
  const open = approvalsOf(changeset).find(({ status }) => status === 'pending');
  const decided = changeset.decisions.some(
    ({ approver, decision }) => approver.user_id === caller.userId && decision !== 'escalate',
  );
  const own = !mayCount(changeset, caller.userId) && changeset.policy.name !== 'auto';
  return {
    ...presentChangeset(changeset),
    approval_id: open?.approval_id ?? `${changeset.id}~1`,
    kind: changeset.origin === 'conversation' ? 'draft' : 'changeset',
    citations: changeset.recommendations.flatMap(({ citations }) => citations),
    can_decide: !own && !decided,
  };
}
