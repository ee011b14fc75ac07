import { sessionDraftedV1 } from '#events/session-drafted.v1.ts';
import { approvalRequested } from '#shared/approvals/announce.ts';
import type { ApproverSource, PolicySource } from '#shared/approvals/deps.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { missingApprovers } from '#shared/approvals/quorum.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { draftId, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { mayAct } from '#shared/http/roles.ts';
import type { Recommendation } from '#shared/recommendations/recommendation.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { presentDraft } from './lifecycle.ts';
import type { Session } from './session.ts';
import { releaseActive } from './session-store.ts';

export interface SubmitDraftDeps {
  readonly policies: PolicySource;
  readonly people: ApproverSource;
}

/** What a conversation has led to. */
export interface Draft {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly recommendations: readonly Recommendation[];
  readonly confidence: number;
  /** Resources outside the draft that rely on a changed one. */
  readonly dependentsOf?: (entityId: string) => number;
}

export interface DraftedSession {
  readonly session: Session;
  readonly writes: readonly Write[];
  readonly events: readonly DomainEvent[];
}

/**
 * A draft as the changeset that the approvers find in their inbox, in the very transaction of the turn
 * that completed it. Where too few people can decide about it, it says who is missing.
 */
export async function submitDraft(
  { policies, people }: SubmitDraftDeps,
  caller: Caller,
  session: Session,
  draft: Draft,
  at: Date,
): Promise<DraftedSession> {
  const settings = await policies.current(caller.tenant);
  const proposed = changesetOf(caller, session, draft, settings, at);
  const missing = await missingApprovers({ people }, caller.tenant, proposed);
  const reason = missing?.detail;
  const changeset = { ...proposed, reason: reason ?? null };
  const drafted = presentDraft(session, {
    recommendations: changeset.recommendations,
    consensusConfidence: draft.confidence,
    changesetId: changeset.id,
  });
  return {
    session: { ...drafted, drafts: drafted.drafts + 1, ...(reason && { reason }) },
    writes: [putChangeset(changeset), ...releaseActive(session)],
    events: [sessionDrafted(drafted, changeset), approvalRequested(changeset)],
  };
}

function changesetOf(
  caller: Caller,
  session: Session,
  { title, changes, recommendations, confidence, dependentsOf }: Draft,
  settings: VersionedSettings,
  at: Date,
): Changeset {
  const may_approve = mayAct(caller.roles, 'approver');
  return proposeChangeset(
    {
      id: draftId(session.id, session.drafts + 1),
      title,
      origin: 'conversation',
      session_id: session.id,
      requester: { user_id: caller.userId, email: caller.email, may_approve },
      changes,
      recommendations: [...recommendations],
      consensus_confidence: confidence,
      at,
      ...(dependentsOf && { dependentsOf }),
    },
    settings,
  );
}

const sessionDrafted = (session: Session, changeset: Changeset): DomainEvent => ({
  name: sessionDraftedV1.name,
  data: {
    session_id: session.id,
    owner: session.owner,
    language: session.language,
    type: session.type,
    changeset_id: changeset.id,
  },
});
