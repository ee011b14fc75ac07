import * as z from 'zod';
import type { FieldError } from '#shared/runtime/app-error.ts';

const seconds = z
  .int()
  .min(1)
  .max(365 * 86_400);

/** Who may decide at a level: whoever has one of the roles, or is named by id or e-mail address. */
export const approverSet = z.strictObject({
  roles: z
    .array(z.enum(['approver', 'admin']))
    .max(2)
    .default([]),
  people: z.array(z.string().trim().min(1).max(254)).max(50).default([]),
});
export type ApproverSet = z.output<typeof approverSet>;

/** Whether one rejection ends a changeset, or it takes more than half of the approvals asked for. */
export const veto = z.enum(['one_reject', 'majority']);

/**
 * Who must decide: PRODUCT section 4, every number a tenant's own. A part of the policy that may be
 * absent has no default here, because a change of other parts must not bring it back.
 */
export const approvalPolicy = z.strictObject({
  auto_below: z.number().min(0).max(1),
  two_person_from: z.number().min(0).max(1),
  two_person_over_changes: z.int().min(0).max(1000),
  /** Decisions that *two-person* asks for. */
  quorum: z.int().min(2).max(10),
  /** By level; every approver and admin where nobody is named. */
  approvers: z
    .strictObject({ single: approverSet.optional(), two_person: approverSet.optional() })
    .optional(),
  /** @default one_reject */
  veto: veto.optional(),
  reminder_after_seconds: seconds,
  escalate_after_seconds: seconds,
  expire_after_seconds: seconds,
});
export type ApprovalPolicy = z.infer<typeof approvalPolicy>;

export const DEFAULT_APPROVAL_POLICY: ApprovalPolicy = {
  auto_below: 0.4,
  two_person_from: 0.7,
  two_person_over_changes: 10,
  quorum: 2,
  approvers: {},
  veto: 'one_reject',
  reminder_after_seconds: 24 * 3600,
  escalate_after_seconds: 48 * 3600,
  expire_after_seconds: 72 * 3600,
};

/** Where a policy says two things that cannot both be, whoever the tenant's people are. */
export function contradictionsIn(policy: ApprovalPolicy): readonly FieldError[] {
  const { auto_below, two_person_from, quorum, approvers = {} } = policy;
  const named = new Set(approvers.two_person?.people.map((name) => name.toLowerCase()));
  return [
    ...faultIf(auto_below > two_person_from, 'auto_below', 'must not be above two_person_from'),
    ...faultIf(isEmpty(approvers.single), 'approvers/single', NOBODY),
    ...faultIf(isEmpty(approvers.two_person), 'approvers/two_person', NOBODY),
    ...faultIf(
      approvers.two_person?.roles.length === 0 && named.size > 0 && named.size < quorum,
      'approvers/two_person/people',
      `names ${named.size}, and the quorum is ${quorum}`,
    ),
    ...twiceNamedIn('single', approvers.single),
    ...twiceNamedIn('two_person', approvers.two_person),
    ...timersOutOfOrder(policy),
  ];
}

/** One person counts once, however often they are named. */
function twiceNamedIn(level: string, set?: ApproverSet): readonly FieldError[] {
  const names = (set?.people ?? []).map((name) => name.trim().toLowerCase());
  return names.flatMap((name, index) =>
    faultIf(
      names.indexOf(name) < index,
      `approvers/${level}/people/${index}`,
      'names somebody who is named already',
    ),
  );
}

/** Whoever is reminded has time left, and so have the admins to whom it is handed on. */
const timersOutOfOrder = ({
  reminder_after_seconds: reminder,
  escalate_after_seconds: escalation,
  expire_after_seconds: expiry,
}: ApprovalPolicy): readonly FieldError[] => [
  ...faultIf(
    reminder >= escalation,
    'reminder_after_seconds',
    'must be less than escalate_after_seconds',
  ),
  ...faultIf(
    escalation >= expiry,
    'escalate_after_seconds',
    'must be less than expire_after_seconds',
  ),
];

const NOBODY = 'names nobody; leave it out where every approver may decide';

const isEmpty = (set?: ApproverSet): boolean =>
  set !== undefined && set.roles.length + set.people.length === 0;

const faultIf = (wrong: boolean, where: string, detail: string): readonly FieldError[] =>
  wrong ? [{ pointer: `/approval_policy/${where}`, detail }] : [];
