import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalPolicy,
  type ApproverSet,
  DEFAULT_APPROVAL_POLICY,
} from '#shared/tenants/approval-policy.ts';
import { settings } from '#shared/tenants/settings.ts';
import type { Transaction } from '../machinery/transaction.ts';

/** Every policy that each tenant has had, by version, and the one of this moment. */
export class PoliciesKnown {
  readonly #policies = new Map<string, ApprovalPolicy>();
  readonly #now = new Map<string, number>();

  see(transaction: Transaction): void {
    const { tenant } = transaction;
    for (const { after } of transaction.in('SETTINGS')) {
      const version = Number(after?.['policy_version']);
      this.#now.set(tenant, version);
      const { approval_policy } = settings.parse(after?.['settings']);
      this.#policies.set(`${tenant} ${version}`, approval_policy);
    }
  }

  versionOf(tenant: string): number {
    return this.#now.get(tenant) ?? 0;
  }

  /** Version 0 is what holds while a tenant has set nothing. */
  policyOf(tenant: string, version: number): ApprovalPolicy {
    return this.#policies.get(`${tenant} ${version}`) ?? DEFAULT_APPROVAL_POLICY;
  }
}

/** PRODUCT section 4, said once more: how many must agree, and whom it asks. */
interface Demand {
  readonly approvals: number;
  readonly of: ApproverSet | undefined;
}

/** @param mayBeAuto whether nobody but the requester has put values in or was asked */
export function demandOf(
  policy: ApprovalPolicy,
  { changes, risk, requester }: Changeset,
  mayBeAuto: boolean,
): Demand {
  const deletesSite = changes.some(
    (step) => step.entity_type === 'site' && step.operation === 'delete',
  );
  const isMuch = changes.length > policy.two_person_over_changes;
  if (deletesSite || isMuch || risk.score >= policy.two_person_from)
    return { approvals: policy.quorum, of: policy.approvers?.two_person };
  if (risk.score < policy.auto_below && requester.may_approve && mayBeAuto)
    return { approvals: 0, of: undefined };
  return { approvals: 1, of: policy.approvers?.single };
}
