import { timersFrom } from '#shared/changesets/approval-timer.ts';
import type { Change } from '#shared/changesets/change.ts';
import { requireWithinLimit } from '#shared/changesets/change-limit.ts';
import { type Changeset, revisionHash } from '#shared/changesets/changeset.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { judgeChanges, policyOf } from './judge-open.ts';

export interface Proposal
  extends Pick<Changeset, 'id' | 'title' | 'origin' | 'requester'>,
    Partial<
      Pick<
        Changeset,
        | 'rollback'
        | 'session_id'
        | 'template_id'
        | 'deployment'
        | 'rollback_of'
        | 'recommendations'
        | 'consensus_confidence'
      >
    > {
  readonly changes: readonly Change[];
  readonly at: Date;
  /** Resources outside the changeset that rely on a changed one. */
  readonly dependentsOf?: (entityId: string) => number;
}

/**
 * The first revision of a changeset, with its risk and who must decide.
 * @throws ValidationError for more changes than one changeset can hold
 */
export function proposeChangeset(proposal: Proposal, policy: VersionedSettings): Changeset {
  const { at, dependentsOf, ...given } = proposal;
  requireWithinLimit(proposal.changes);
  const submitted_under = policyOf(policy);
  const asker = { requester: given.requester, editors: [], submitted_under, wasAsked: false };
  const judged = judgeChanges(proposal.changes, asker, submitted_under, dependentsOf);
  const base = {
    session_id: null,
    template_id: null,
    deployment: null,
    rollback_of: null,
    rollback: null,
    body: null,
    recommendations: [],
    consensus_confidence: null,
    ...given,
    changes: [...proposal.changes],
    ...judged,
    submitted_under,
    revision: 1,
  };
  return {
    ...base,
    revision_hash: revisionHash(base),
    revised: null,
    editors: [],
    revisers: [],
    status: 'proposed',
    decisions: [],
    timers: timersFrom(at, policy.settings.approval_policy),
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    applied_at: null,
    rolled_back_by: null,
    left: [],
    reason: null,
    version: 0,
  };
}
