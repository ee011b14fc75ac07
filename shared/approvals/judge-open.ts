import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset, PolicyAt, PolicyOutcome } from '#shared/changesets/changeset.ts';
import { assessRisk, type Risk } from '#shared/changesets/risk.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { judgePolicy, type PolicyInput } from './policy.ts';

/** Whose changes they are, and what has been asked about them so far. */
export interface Asker extends Pick<Changeset, 'requester' | 'editors' | 'submitted_under'> {
  /** Whether it was put before others: then the requester never decides alone any more. */
  readonly wasAsked: boolean;
}

/** Of an open changeset, or one that is opened again. */
export const askerOf = (changeset: Changeset): Asker => ({
  ...changeset,
  wasAsked: changeset.status !== 'proposed' && changeset.policy.name !== 'auto',
});

/** Risk and policy of some changes, by the stricter of the policies then and now. */
export function judgeChanges(
  changes: readonly Change[],
  { requester, editors, submitted_under: then, wasAsked }: Asker,
  now: PolicyAt,
  dependentsOf?: (entityId: string) => number,
): { readonly risk: Risk; readonly policy: PolicyOutcome } {
  const risk = assessRisk(changes, dependentsOf);
  const mayBeAuto = requester.may_approve && editors.length === 0 && !wasAsked;
  return { risk, policy: judgeByBoth(then, now, { risk, changes, mayBeAuto }) };
}

/** The tenant's policy, as changesets keep it. */
export const policyOf = ({ policyVersion, settings }: VersionedSettings): PolicyAt => ({
  version: policyVersion,
  approval_policy: settings.approval_policy,
});

/** Where one of them has others asked, nothing is decided alone, and the other says whom it asks too. */
function judgeByBoth(then: PolicyAt | null, now: PolicyAt, input: PolicyInput): PolicyOutcome {
  const today = judgePolicy(now, input);
  if (!then || then.version === now.version) return today;
  const before = judgePolicy(then, input);
  const isOneAuto = [before, today].filter(({ name }) => name === 'auto').length === 1;
  if (isOneAuto) return judgeByBoth(then, now, { ...input, mayBeAuto: false });
  return stricterOf(before, today);
}

const BY_STRICTNESS: readonly PolicyOutcome['name'][] = ['auto', 'single', 'two_person'];
const strictness = ({ name }: PolicyOutcome): number => BY_STRICTNESS.indexOf(name);

/** What satisfies both: the higher level and quorum, people whom both ask, the sharper veto. */
function stricterOf(then: PolicyOutcome, today: PolicyOutcome): PolicyOutcome {
  const isThen = strictness(then) > strictness(today);
  const reasons = then.reasons.map((reason) => `${reason}, as it was submitted`);
  return {
    name: isThen ? then.name : today.name,
    required_approvals: Math.max(then.required_approvals, today.required_approvals),
    reasons: isThen ? reasons : today.reasons,
    approvers: today.approvers,
    submitted_approvers: isDeepStrictEqual(then.approvers, today.approvers) ? null : then.approvers,
    veto: [then.veto, today.veto].includes('one_reject') ? 'one_reject' : 'majority',
    version: today.version,
  };
}
