import type { Change } from '#shared/changesets/change.ts';
import type { PolicyAt, PolicyOutcome } from '#shared/changesets/changeset.ts';
import { isDeleteOfSite, type Risk } from '#shared/changesets/risk.ts';
import type { ApprovalPolicy } from '#shared/tenants/approval-policy.ts';
import { type Asking, distinct, mayCount } from './approvers.ts';

export interface PolicyInput {
  readonly risk: Risk;
  readonly changes: readonly Change[];
  /** Whether *auto* is open to the requester: an approver's own values, which nobody else was asked about. */
  readonly mayBeAuto: boolean;
}

/** Who must decide, and why: PRODUCT section 4. */
export function judgePolicy(
  { version, approval_policy: policy }: PolicyAt,
  input: PolicyInput,
): PolicyOutcome {
  const { approvers = {}, veto = 'one_reject' } = policy;
  const common = { submitted_approvers: null, veto, version };
  const twoPerson = twoPersonReasons(policy, input);
  if (twoPerson.length > 0)
    return {
      ...common,
      name: 'two_person',
      required_approvals: policy.quorum,
      reasons: twoPerson,
      approvers: approvers.two_person ?? null,
    };
  const { score } = input.risk;
  if (score < policy.auto_below && input.mayBeAuto) {
    const reasons = [`risk ${score} is below ${policy.auto_below}, asked for by an approver`];
    return { ...common, name: 'auto', required_approvals: 0, reasons, approvers: null };
  }
  return {
    ...common,
    name: 'single',
    required_approvals: 1,
    reasons: [`risk ${score} is below ${policy.two_person_from}`],
    approvers: approvers.single ?? null,
  };
}

function twoPersonReasons(policy: ApprovalPolicy, { risk, changes }: PolicyInput): string[] {
  const { two_person_from, two_person_over_changes } = policy;
  return [
    ...(risk.score >= two_person_from ? [`risk ${risk.score} is ${two_person_from} or more`] : []),
    ...(changes.length > two_person_over_changes
      ? [`${changes.length} changes are more than ${two_person_over_changes}`]
      : []),
    ...(changes.some(isDeleteOfSite) ? ['a site is deleted'] : []),
  ];
}

/** The people whose approval of this very revision counts. */
export function countedApprovals(changeset: Asking): number {
  const approvals = changeset.decisions.filter(
    ({ decision, revision_hash, approver, lapsed }) =>
      decision === 'approve' &&
      !lapsed &&
      revision_hash === changeset.revision_hash &&
      mayCount(changeset, approver),
  );
  return distinct(approvals.map(({ approver }) => approver)).length;
}

/**
 * Whether its rejections end a changeset: the first of all, or more than half as many as approvals are
 * asked for, by people whose word counts.
 */
export function isVetoed(changeset: Asking): boolean {
  const { decisions, revision_hash, policy } = changeset;
  const rejections = decisions.filter(
    (each) => each.decision === 'reject' && each.revision_hash === revision_hash,
  );
  if (policy.veto === 'one_reject') return rejections.length > 0;
  const counted = rejections.filter(({ approver }) => mayCount(changeset, approver));
  return counted.length > policy.required_approvals / 2;
}

export const isSatisfied = (changeset: Asking): boolean =>
  countedApprovals(changeset) >= changeset.policy.required_approvals;
