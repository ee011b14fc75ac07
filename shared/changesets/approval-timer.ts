import * as z from 'zod';
import type { ApprovalPolicy } from '#shared/tenants/approval-policy.ts';

/** What happens to a changeset that nobody decides about. */
export const approvalTimer = z.object({
  kind: z.enum(['remind', 'escalate', 'expire']),
  at: z.iso.datetime(),
});
export type ApprovalTimer = z.infer<typeof approvalTimer>;

/**
 * The timers of a revision that is asked for now, in the order in which they run out. What a tenant
 * would set to run out with the expiry or after it is left out: there is nothing to decide by then.
 */
export function timersFrom(asked: Date, policy: ApprovalPolicy): ApprovalTimer[] {
  const { expire_after_seconds: expiry } = policy;
  const early = [
    { kind: 'remind' as const, after: policy.reminder_after_seconds },
    { kind: 'escalate' as const, after: policy.escalate_after_seconds },
  ].filter(({ after }) => after < expiry);
  return [...early, { kind: 'expire' as const, after: expiry }]
    .sort((one, other) => one.after - other.after)
    .map(({ kind, after }) => ({ kind, at: secondsLater(asked, after) }));
}

const secondsLater = (from: Date, seconds: number): string =>
  new Date(from.getTime() + seconds * 1000).toISOString();
