import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, ContentionError } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import { stepsOf } from './apply-changeset.ts';
import { fitsOneTransaction } from './apply-size.ts';
import type { ApplyTask } from './apply-task.ts';
import { LeaseLostError } from './apply-task-store.ts';
import type { ApprovalDeps } from './deps.ts';

export interface Batch {
  readonly task: ApplyTask;
  /** The most changes to try at once: fewer after a refusal, so that one obstacle is found. */
  readonly limit?: number;
}

export type BatchDeps = Pick<CommitDeps, 'clock' | 'table'> & Pick<ApprovalDeps, 'origins'>;
/** Commits a decision on behalf of who asked for the application. */
export type CarryOut = (decision: Partial<Decision<unknown>>) => Promise<void>;

/** Everything that one transaction of an application is made from. */
export interface Step {
  readonly deps: BatchDeps;
  readonly tenant: Tenant;
  readonly changeset: Changeset;
  readonly batch: Batch;
  readonly carryOut: CarryOut;
}

/** As many changes as fit when each is a resource and its line of history. */
export const USUAL_BATCH = 45;

/** What it takes to make some of the changes. */
export const writesOf = (changeset: Changeset, changes: readonly Change[], at: Date) =>
  applyChanges(stepsOf(changeset, changes, at));

/** As many of the changes, from the first, as fit one transaction. */
export function largest(
  changes: readonly Change[],
  writesFor: (changes: readonly Change[]) => readonly Write[],
): readonly Change[] {
  let some = changes;
  while (some.length > 1 && !fits(writesFor(some)))
    some = some.slice(0, Math.floor(some.length * 0.8));
  return some;
}

const fits = (writes: readonly Write[]): boolean =>
  fitsOneTransaction({ writes, events: [], audit: [] });

/** What taking back can mend. @throws anything else: a lost lease, too much traffic, a bug */
export function mendable(error: unknown): AppError {
  const isOurs = error instanceof AppError && !(error instanceof LeaseLostError);
  if (!isOurs || error instanceof ContentionError) throw error;
  return error;
}
