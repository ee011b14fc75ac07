import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findDraftOfSession } from '#shared/changesets/changeset-store.ts';
import { type Modifications, modifyChanges } from '#shared/changesets/edit-changes.ts';
import { selectChanges } from '#shared/changesets/select-changes.ts';
import type { Caller } from '#shared/http/caller.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import { decideChangeset } from './decide-changeset.ts';
import type { ApprovalDeps } from './deps.ts';
import { type JudgedDraft, judgeDraft } from './preview-changes.ts';
import type { Edited } from './situation.ts';

export interface ApproveRecommendations {
  readonly sessionId: string;
  readonly approvedItems?: readonly string[];
  readonly rejectedItems: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly modifications: Modifications;
  /** The revision the person saw. @default what the conversation presented */
  readonly revisionHash?: string;
}

/** What approving the draft would do, and who would have to agree. Writes nothing. */
export const previewApproval = (
  deps: ApprovalDeps,
  caller: Caller,
  command: ApproveRecommendations,
): Promise<JudgedDraft> => judgeDraft(deps, caller, command, editOf(command));

/** Approves the draft of a session, as far as the caller takes it. */
export const approveRecommendations = (
  deps: ApprovalDeps,
  caller: Caller,
  command: ApproveRecommendations,
): Promise<Decision<Changeset>> =>
  decideChangeset(
    deps,
    caller,
    async () => {
      const draft = await findDraftOfSession(deps.table, caller.tenant, command.sessionId);
      if (!draft) throw noDraft();
      return draft;
    },
    {
      decision: 'approve',
      ...reasonOf(command),
      ...(command.revisionHash ? { revisionHash: command.revisionHash } : { asPresented: true }),
      ...(edits(command) && { edit: editOf(command) }),
    },
  );

const noDraft = () => new NotFoundError('The session has no draft');

const edits = ({ approvedItems, rejectedItems, modifications }: ApproveRecommendations): boolean =>
  approvedItems !== undefined || rejectedItems.length > 0 || Object.keys(modifications).length > 0;

const editOf =
  (command: ApproveRecommendations) =>
  (changes: readonly Change[]): Edited => {
    const { approvedItems: approved, rejectedItems: rejected, modifications } = command;
    const taken = selectChanges(changes, { ...(approved && { approved }), rejected });
    return {
      changes: modifyChanges(taken, modifications, ({ recommendation_id }) => recommendation_id),
      byValue: Object.keys(modifications).length > 0,
    };
  };

function reasonOf({ reasons }: ApproveRecommendations) {
  const given = Object.entries(reasons).map(([id, reason]) => `${id}: ${reason}`);
  return given.length > 0 ? { reason: given.join('\n') } : {};
}
