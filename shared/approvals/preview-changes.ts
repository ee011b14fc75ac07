import type { Change } from '#shared/changesets/change.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import { requireWithinLimit } from '#shared/changesets/change-limit.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findDraftOfSession } from '#shared/changesets/changeset-store.ts';
import type { ThreeWayDiff } from '#shared/changesets/three-way.ts';
import { planChanges, type WantedChange } from '#shared/changesets/wanted-changes.ts';
import type { Caller } from '#shared/http/caller.ts';
import { mayAct } from '#shared/http/roles.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import { findConflicts, MAX_CONFLICTS } from './conflicts.ts';
import { findOrphans } from './dependents-left.ts';
import type { ApprovalDeps } from './deps.ts';
import { type EditChangeset, editedChanges, findOpen, hasEdits } from './edit-changeset.ts';
import { findHomeless } from './homeless.ts';
import { judgeOnConfiguration } from './judge-changes.ts';
import { type Asker, askerOf } from './judge-open.ts';
import { editorsWith } from './new-revision.ts';
import { byId, isUnseen, requireFound, unseen } from './open-changeset.ts';
import { refOf } from './personal-decision.ts';
import { type MissingApprovals, missingApprovers } from './quorum.ts';
import type { Edited } from './situation.ts';

/** How much some changes can hurt, and who must decide. */
type Judged = Pick<Changeset, 'changes' | 'risk' | 'policy'>;

/** The revision that it starts from, which decisions name. */
type Revision = Pick<Changeset, 'revision' | 'revision_hash'>;
export type JudgedDraft = Judged & Revision;

const revisionOf = ({ revision, revision_hash }: Changeset): Revision => ({
  revision,
  revision_hash,
});

/** What some changes would mean, and what stands in the way. */
export interface Preview extends Judged {
  readonly missing: MissingApprovals | null;
  /** What would lose its site or user, and sites and users that are named and not there. */
  readonly blockers: readonly string[];
  /** Where the configuration has moved on, of a stale changeset. */
  readonly conflicts?: readonly ThreeWayDiff[];
}

/** What changes that nobody has asked for yet would mean. Writes nothing. @throws ValidationError */
export async function previewChanges(
  deps: ApprovalDeps,
  caller: Caller,
  wanted: readonly WantedChange[],
): Promise<Preview> {
  const changes = await planChanges(deps.table, caller.tenant, wanted, 'changes');
  const requester = { ...refOf(caller), may_approve: mayAct(caller.roles, 'approver') };
  return preview(deps, caller, changes, {
    requester,
    editors: [],
    submitted_under: null,
    wasAsked: false,
  });
}

/** What a session's draft would mean now. @throws NotFoundError */
export async function previewDraft(
  deps: ApprovalDeps,
  caller: Caller,
  sessionId: string,
): Promise<Preview & Revision> {
  const draft = await findDraft(deps, caller, sessionId);
  const meant = await preview(deps, caller, draft.changes, askerOf(draft));
  return { ...meant, ...revisionOf(draft) };
}

/** How a session's draft is judged once it is edited so. @throws NotFoundError */
export async function judgeDraft(
  deps: ApprovalDeps,
  caller: Caller,
  { sessionId, revisionHash }: { readonly sessionId: string; readonly revisionHash?: string },
  edit: (changes: readonly Change[]) => Edited,
): Promise<JudgedDraft> {
  const draft = await findDraft(deps, caller, sessionId);
  if (isUnseen(draft, revisionHash)) throw unseen(draft);
  const { changes, byValue } = edit(draft.changes);
  const asker = byValue ? editedBy(draft, caller) : askerOf(draft);
  return { ...(await judge(deps, caller, changes, asker)), ...revisionOf(draft) };
}

async function findDraft(
  { table, bodies }: ApprovalDeps,
  { tenant }: Caller,
  sessionId: string,
): Promise<Changeset> {
  const found = await findDraftOfSession(table, tenant, sessionId);
  if (!found) throw new NotFoundError('The session has no draft');
  return wholeChangeset(bodies, tenant, found);
}

/** What a changeset would mean once it is edited so. @throws as the edit itself */
export async function previewEdit(
  deps: ApprovalDeps,
  caller: Caller,
  command: EditChangeset,
): Promise<Preview & Partial<Revision>> {
  const shown = await requireFound(byId(deps, caller, command.changesetId));
  if (shown.status === 'stale' && !hasEdits(command)) return previewStale(deps, caller, shown);
  const found = await findOpen(deps, caller, command);
  const changes = await editedChanges(deps.table, caller.tenant, found.changes, command);
  return preview(deps, caller, changes, editedBy(found, caller));
}

/** What was asked for, and where the configuration is no longer what that was planned on. */
async function previewStale(
  deps: ApprovalDeps,
  caller: Caller,
  shown: Changeset,
): Promise<Preview & Revision> {
  const found = await wholeChangeset(deps.bodies, caller.tenant, shown);
  const [meant, conflicts] = await Promise.all([
    preview(deps, caller, found.changes, askerOf(found)),
    findConflicts(deps.table, caller.tenant, found.changes),
  ]);
  return { ...meant, ...revisionOf(found), conflicts: conflicts.slice(0, MAX_CONFLICTS) };
}

const editedBy = (changeset: Changeset, caller: Caller): Asker =>
  askerOf({ ...changeset, editors: editorsWith(changeset, refOf(caller)) });

async function preview(
  deps: ApprovalDeps,
  caller: Caller,
  changes: readonly Change[],
  asker: Asker,
): Promise<Preview> {
  const judged = await judge(deps, caller, changes, asker);
  const { requester, editors } = asker;
  const undecided = { requester, editors, policy: judged.policy, decisions: [], revision_hash: '' };
  const [missing, orphans, homeless] = await Promise.all([
    missingApprovers(deps, caller.tenant, undecided),
    findOrphans(deps.table, caller.tenant, changes),
    findHomeless(deps.table, caller.tenant, changes),
  ]);
  const blockers = [...[...orphans.values()].flat(), ...homeless.map(({ parent }) => parent)];
  return { ...judged, missing: missing ?? null, blockers: [...new Set(blockers)] };
}

async function judge(
  deps: ApprovalDeps,
  { tenant }: Caller,
  changes: readonly Change[],
  asker: Asker,
): Promise<Judged> {
  requireWithinLimit(changes);
  const settings = await deps.policies.current(tenant);
  const judged = await judgeOnConfiguration(deps, tenant, changes, asker, settings);
  return { changes: [...changes], ...judged };
}
