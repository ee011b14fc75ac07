import { sessionDraftedV1 } from '#events/session-drafted.v1.ts';
import { approvalRequested } from '#shared/approvals/announce.ts';
import type { ApproverSource, PolicySource } from '#shared/approvals/deps.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { missingApprovers } from '#shared/approvals/quorum.ts';
import { changeTo } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { draftId, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { mayAct } from '#shared/http/roles.ts';
import type { CheckInput } from '#shared/recommendations/check-input.ts';
import { draftFacts } from '#shared/recommendations/draft-facts.ts';
import type { Finding } from '#shared/recommendations/finding.ts';
import { makeDraft } from '#shared/recommendations/maker.ts';
import { recommend } from '#shared/recommendations/recommend.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { presentDraft } from './lifecycle.ts';
import type { Session } from './session.ts';
import { releaseActive } from './session-store.ts';

export interface DraftDeps {
  readonly policies: PolicySource;
  readonly people: ApproverSource;
  /** Where a model is configured, and the time to ask it. @default the rules judge alone */
  readonly secondOpinion?: SecondOpinion;
}

/** Port to a second, independent judge of a draft. What it cannot judge in time it finds nothing wrong with. */
export interface SecondOpinion {
  findings(tenant: Tenant, draft: CheckInput): Promise<readonly Finding[]>;
}

export interface DraftedSession {
  readonly session: Session;
  readonly writes: readonly Write[];
  readonly events: readonly DomainEvent[];
}

/**
 * Turns a session whose facts are complete into a draft: recommendations, and the changeset that the
 * approvers find in their inbox, in the very transaction of the turn that completed it. Where too few
 * people can decide about it, it says who is missing.
 */
export async function draftSession(
  { policies, people, secondOpinion }: DraftDeps,
  caller: Caller,
  session: Session,
  at: Date,
): Promise<DraftedSession> {
  const [settings, findings] = await Promise.all([
    policies.current(caller.tenant),
    secondOpinion?.findings(caller.tenant, checkInputOf(session)) ?? [],
  ]);
  const proposed = changesetOf(caller, session, findings, settings, at);
  const reason = await missingApprovers({ people }, caller.tenant, proposed);
  const changeset = { ...proposed, reason: reason ?? null };
  const drafted = presentDraft(session, {
    recommendations: changeset.recommendations,
    consensusConfidence: changeset.consensus_confidence ?? 0,
    changesetId: changeset.id,
  });
  return {
    session: { ...drafted, drafts: drafted.drafts + 1, ...(reason && { reason }) },
    writes: [putChangeset(changeset), ...releaseActive(session)],
    events: [sessionDrafted(drafted, changeset), approvalRequested(changeset)],
  };
}

function checkInputOf({ id, slots }: Session): CheckInput {
  const facts = draftFacts(id, slots);
  return { facts, drafts: makeDraft(facts) };
}

function changesetOf(
  caller: Caller,
  session: Session,
  secondOpinion: readonly Finding[],
  settings: VersionedSettings,
  at: Date,
): Changeset {
  const support = { evidence: [], citations: [] };
  const draft = recommend({
    sessionId: session.id,
    slots: session.slots,
    support,
    checker: true,
    secondOpinion,
  });
  const changes = draft.drafts.flatMap((resource, index) => {
    const change = changeTo(resource);
    const recommendation_id = draft.recommendations[index]?.recommendation_id;
    return change ? [{ ...change, recommendation_id }] : [];
  });
  const mayApprove = mayAct(caller.roles, 'approver');
  return proposeChangeset(
    {
      id: draftId(session.id, session.drafts + 1),
      title: `Set up ${session.slots.site_name?.value ?? 'a site'}`,
      origin: 'conversation',
      session_id: session.id,
      requester: { user_id: caller.userId, email: caller.email, may_approve: mayApprove },
      changes,
      recommendations: [...draft.recommendations],
      consensus_confidence: draft.consensus.confidence,
      at,
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
