import * as z from 'zod';
import { type Changeset, changesetSchema, UNDECIDED } from '#shared/changesets/changeset.ts';
import { APPROVAL_INBOX } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { citation } from '#shared/recommendations/recommendation.ts';
import type { Person } from '#shared/tenants/person.ts';
import { approverOf, hasDecided, isAsked, mayCount } from './approvers.ts';
import { listDecided } from './decided-by.ts';
import type { ApprovalDeps } from './deps.ts';
import { asKnownTo } from './known-as.ts';
import { withLapsed } from './lapse-approvals.ts';
import { refOf } from './personal-decision.ts';
import { approvalsOf, changesetView, presentChangeset } from './present.ts';
import { presentMissing } from './present-missing.ts';

export const inboxItem = changesetView.extend({
  /** The next open decision. */
  approval_id: z.string(),
  kind: z.enum(['draft', 'changeset']),
  citations: z.array(citation),
  /** False for whoever asked for it, edited it, has decided, or is not asked. */
  can_decide: z.boolean(),
});
type InboxItem = z.input<typeof inboxItem>;

export interface InboxFilter {
  /** What waits for the caller, what waits for anybody, or what the caller has decided about. */
  readonly filter: 'mine' | 'all' | 'decided';
  readonly kind?: InboxItem['kind'] | undefined;
  readonly minRisk: number;
  readonly maxRisk: number;
  readonly minAgeSeconds: number;
  readonly maxAgeSeconds: number;
}

interface Page {
  readonly limit: number;
  readonly after?: string;
}

type InboxDeps = Pick<ApprovalDeps, 'table' | 'clock' | 'people'>;

/** So many pages are looked through for one page of what fits; the next page goes on from there. */
const MAX_LOOKS = 5;

/** What waits for the tenant's approvers, oldest first; or what the caller has decided, newest first. */
export async function readInbox(
  deps: InboxDeps,
  caller: Caller,
  filter: InboxFilter,
  { limit, after }: Page,
): Promise<{ readonly items: readonly InboxItem[]; readonly next: string | undefined }> {
  const approvers = await deps.people.approvers(caller.tenant);
  const items: InboxItem[] = [];
  let next = after;
  for (let look = 0; look < MAX_LOOKS; look++) {
    const page = { limit: limit - items.length, ...(next !== undefined && { after: next }) };
    const read = await readPage(deps, caller, filter, page);
    const shown = read.changesets.map((changeset) => toInboxItem(changeset, caller, approvers));
    items.push(...shown.filter((item) => fits(item, filter, deps.clock.now())));
    next = read.next;
    if (next === undefined || items.length >= limit) break;
  }
  return { items, next };
}

async function readPage({ table }: InboxDeps, caller: Caller, { filter }: InboxFilter, page: Page) {
  if (filter === 'decided') return listDecided(table, caller, page);
  const waiting = { partition: APPROVAL_INBOX, index: 'inbox', ...page } as const;
  const { found, next } = await table.query(caller.tenant, waiting);
  return { changesets: found.map(({ item }) => changesetSchema.parse(item)), next };
}

function fits(item: InboxItem, filter: InboxFilter, now: Date): boolean {
  const { score } = item.risk;
  const ageSeconds = (now.getTime() - Date.parse(item.created_at)) / 1000;
  return (
    (filter.filter !== 'mine' || item.can_decide) &&
    (filter.kind === undefined || filter.kind === item.kind) &&
    score >= filter.minRisk &&
    score <= filter.maxRisk &&
    ageSeconds >= filter.minAgeSeconds &&
    ageSeconds <= filter.maxAgeSeconds
  );
}

function toInboxItem(found: Changeset, caller: Caller, approvers: readonly Person[]): InboxItem {
  const isOpen = UNDECIDED.includes(found.status);
  const changeset = isOpen ? withLapsed(found, approvers) : found;
  const open = approvalsOf(changeset).find(({ status }) => status === 'pending');
  return {
    ...presentChangeset(changeset),
    approval_id: open?.approval_id ?? `${changeset.id}~1`,
    kind: changeset.origin === 'conversation' ? 'draft' : 'changeset',
    citations: changeset.recommendations.flatMap(({ citations }) => citations),
    can_decide: isOpen && mayDecide(changeset, caller, approvers),
    ...(isOpen && presentMissing(changeset, approvers)),
  };
}

function mayDecide(changeset: Changeset, caller: Caller, approvers: readonly Person[]): boolean {
  const person = asKnownTo(changeset, approvers)(refOf(caller));
  return (
    (mayCount(changeset, person) || changeset.policy.name === 'auto') &&
    isAsked(changeset, approverOf(caller)) &&
    !hasDecided(changeset, person)
  );
}
