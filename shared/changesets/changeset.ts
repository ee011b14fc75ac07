import * as z from 'zod';
import { recommendation } from '#shared/recommendations/recommendation.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import { approvalPolicy, approverSet, veto } from '#shared/tenants/approval-policy.ts';
import { approvalTimer } from './approval-timer.ts';
import { change } from './change.ts';
import { risk } from './risk.ts';

const personRef = z.object({ user_id: z.string(), email: z.string() });
export type PersonRef = z.infer<typeof personRef>;

const CHANGESET_STATES = [
  'proposed',
  'pending_approval',
  'approved',
  'applying',
  'applied',
  'rolled_back',
  'rejected',
  'expired',
  'stale',
  'failed',
  'partially_rolled_back',
  'withdrawn',
] as const;
export const changesetStatus = z.enum(CHANGESET_STATES);
export type ChangesetStatus = z.infer<typeof changesetStatus>;

/** States in which decisions are still taken. */
export const UNDECIDED: readonly ChangesetStatus[] = ['proposed', 'pending_approval'];

export const policyOutcome = z.object({
  name: z.enum(['auto', 'single', 'two_person']),
  required_approvals: z.int().min(0),
  reasons: z.array(z.string()),
  /** Who is asked; null where every approver and admin is. */
  approvers: approverSet.nullable().default(null),
  /** Whom the policy asked under which it was submitted, where that is another; who decides is in both. */
  submitted_approvers: approverSet.nullable().default(null),
  /** Whether one rejection ends it, or it takes more than half of the approvals asked for. */
  veto: veto.default('one_reject'),
  /** Version of the tenant's policy that it was judged by. */
  version: z.int().min(0),
});
export type PolicyOutcome = z.infer<typeof policyOutcome>;

/** A tenant's policy as it was at a version. */
const policyAt = z.object({ version: z.int().min(0), approval_policy: approvalPolicy });
export type PolicyAt = z.infer<typeof policyAt>;

/** One person's decision about one revision. */
export const decisionRecord = z.object({
  decision: z.enum(['approve', 'reject', 'escalate']),
  approver: personRef,
  at: z.iso.datetime(),
  reason: z.string().nullable(),
  conditions: z.string().nullable(),
  revision_hash: z.string(),
  /** There where the person could not approve any more when others did. */
  lapsed: z.literal(true).optional(),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

/** The hash of a revision as callers name it. */
export const namedRevision = z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of a revision');

/** How a revision came about. */
const revising = z.object({
  kind: z.enum(['edit', 'selection', 'rebase', 'policy']),
  /** Null where it was a changed policy that made it. */
  by: personRef.nullable(),
  at: z.iso.datetime(),
  /** What the person said to it; null where they said nothing. */
  reason: z.string().nullable().default(null),
  conditions: z.string().nullable().default(null),
});
export type Revising = z.infer<typeof revising>;

/** A resource that is not taken back, and why. */
export const obstacle = z.object({
  entity_id: z.string(),
  code: z.enum(['changed_since', 'has_dependents', 'parent_gone', 'stopped']),
  reason: z.string(),
});
export type Obstacle = z.infer<typeof obstacle>;

/** An ordered list of changes, decided and applied as one (stored shape). */
export const changesetSchema = z.object({
  id: z.string(),
  revision: z.int().min(1),
  revision_hash: z.string(),
  /** Null for the first revision. */
  revised: revising.nullable().default(null),
  title: z.string(),
  origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
  session_id: z.string().nullable(),
  template_id: z.string().nullable(),
  /** What of the template is deployed, and where; null where it is none. */
  deployment: z
    .object({ template_version: z.string(), site_code: z.string() })
    .nullable()
    .default(null),
  /** The changeset this one takes back. */
  rollback_of: z.string().nullable(),
  /** How it was found when that was planned, and what of it stays as it is. */
  rollback: z
    .object({ from: changesetStatus, leaves: z.array(obstacle) })
    .nullable()
    .default(null),
  requester: personRef.extend({ may_approve: z.boolean() }),
  /** Everybody whose values are in the revision, besides the requester. */
  editors: z.array(personRef),
  /** Everybody who has made a revision, also one that puts no values in. */
  revisers: z.array(personRef).default([]),
  /** All of them, or the first ones where the rest is in a body. */
  changes: z.array(change),
  /** Where a long changeset has its changes: under which hash, and how many. */
  body: z.object({ revision_hash: z.string(), changes: z.int() }).nullable().default(null),
  recommendations: z.array(recommendation),
  consensus_confidence: z.number().nullable(),
  status: changesetStatus,
  risk,
  policy: policyOutcome,
  /** The policy that it was submitted under, which a later one can only make stricter. */
  submitted_under: policyAt.nullable().default(null),
  decisions: z.array(decisionRecord),
  /** What is still to happen while nobody decides, soonest first. */
  timers: z.array(approvalTimer).default([]),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  applied_at: z.iso.datetime().nullable(),
  rolled_back_by: z.string().nullable(),
  /** What should have been taken back and could not be. */
  left: z.array(obstacle).default([]),
  reason: z.string().nullable(),
  /** Counts the writes of the item; in memory the version it was read at, 0 for a new one. */
  version: z.int().min(0),
});
export type Changeset = z.infer<typeof changesetSchema>;

/** SHA-256 over what a decision is about: the ordered changes with their base versions, and the policy. */
export function revisionHash(
  revision: Pick<Changeset, 'changes' | 'policy'> & { readonly revision: number },
): string {
  const { changes, policy } = revision;
  const hash = contentHash({
    revision: revision.revision,
    changes,
    policy_version: policy.version,
  });
  if (!hash) throw new TypeError('A revision always has content');
  return hash;
}

/** A changeset in another state, or with other content and the hash that fits it. */
export function revised(changeset: Changeset, next: Partial<Changeset>, at: Date): Changeset {
  const merged = { ...changeset, ...next, updated_at: at.toISOString() };
  const sameContent = !next.changes && !next.policy && next.revision === undefined;
  return sameContent ? merged : { ...merged, revision_hash: revisionHash(merged) };
}

/** How many changes there are, whether all of them are at hand or not. */
export const countChanges = ({ body, changes }: Pick<Changeset, 'body' | 'changes'>): number =>
  body?.changes ?? changes.length;
