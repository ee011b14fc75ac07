import type { Changeset, ChangesetStatus } from '#shared/changesets/changeset.ts';
import type { Step, Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

const ENDS: readonly ChangesetStatus[] = [
  'applied',
  'applying',
  'rejected',
  'expired',
  'stale',
  'withdrawn',
];
const TAKEN_BACK: readonly ChangesetStatus[] = ['rolled_back', 'partially_rolled_back'];

/** Every move that a changeset can make; none of them is back to before it was decided, but a rebase. */
const NEXT: Readonly<Record<ChangesetStatus | 'nothing', readonly ChangesetStatus[]>> = {
  nothing: ['proposed', 'pending_approval', 'applied', 'applying'],
  proposed: ['proposed', 'pending_approval', ...ENDS],
  pending_approval: ['pending_approval', ...ENDS],
  applying: ['applied', 'stale', 'failed'],
  applied: TAKEN_BACK,
  partially_rolled_back: TAKEN_BACK,
  failed: TAKEN_BACK,
  stale: ['pending_approval', 'withdrawn'],
  approved: [],
  rolled_back: [],
  rejected: [],
  expired: [],
  withdrawn: [],
};

/** A changeset goes only where it may, its version counts up, and a revision stays what it is. */
export class TransitionsAllowed {
  readonly #reached = new Map<string, number>();

  /** How many changesets came into each state. */
  get reached(): ReadonlyMap<string, number> {
    return this.#reached;
  }

  see({ steps }: Transaction): void {
    for (const step of steps) {
      requireAllowed(step);
      const { status } = step.after;
      if (step.before?.status !== status)
        this.#reached.set(status, (this.#reached.get(status) ?? 0) + 1);
    }
  }
}

function requireAllowed({ before, after }: Step): void {
  const from = before?.status ?? 'nothing';
  must(NEXT[from].includes(after.status), () => `${after.id} went from ${from} to ${after.status}`);
  if (!before) return;
  const isMark = TAKEN_BACK.includes(after.status);
  must(
    after.version === before.version + (isMark ? 0 : 1),
    () => `${after.id} went from version ${before.version} to ${after.version}`,
  );
  must(after.revision >= before.revision, () => `${after.id} lost a revision`);
  must(
    after.revision > before.revision || sameContent(before, after),
    () => `revision ${after.revision} of ${after.id} was changed`,
  );
}

const sameContent = (before: Changeset, after: Changeset): boolean =>
  before.revision_hash === after.revision_hash &&
  JSON.stringify([before.changes, before.policy]) === JSON.stringify([after.changes, after.policy]);
