import type { DecisionRecord } from '#shared/changesets/changeset.ts';
import { pastRevision } from '#shared/changesets/past-revision.ts';
import type { Step, Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/**
 * No decision is lost: what was decided about a revision stays with it, or goes with it into the record
 * of the revisions before; and nobody's decision counts twice.
 */
export function decisionsKept(transaction: Transaction): void {
  for (const step of transaction.steps) {
    requireKept(transaction, step);
    requireOnce(step);
  }
}

function requireKept(transaction: Transaction, { before, after }: Step): void {
  if (!before) return;
  const kept =
    before.revision === after.revision
      ? after.decisions
      : (recordOf(transaction, before.id, before.revision)?.decisions ?? []);
  must(
    startsWith(kept, before.decisions),
    () => `decisions about revision ${before.revision} of ${before.id} were lost`,
  );
}

function recordOf(transaction: Transaction, id: string, revision: number) {
  const records = transaction
    .in(`REVISIONS#${id}`)
    .flatMap(({ after }) => (after ? pastRevision.parse(after) : []));
  const record = records.find((each) => each.revision === revision);
  must(record !== undefined, () => `revision ${revision} of ${id} was not kept`);
  return record;
}

const startsWith = (all: readonly DecisionRecord[], first: readonly DecisionRecord[]): boolean =>
  JSON.stringify(all.slice(0, first.length).map(bare)) === JSON.stringify(first.map(bare));

/** An approval may lapse, which is no other decision. */
const bare = ({ lapsed: _, ...decided }: DecisionRecord) => decided;

function requireOnce({ after }: Step): void {
  const deciders = after.decisions
    .filter(({ decision, lapsed }) => decision !== 'escalate' && !lapsed)
    .map(({ approver }) => approver.user_id);
  must(
    new Set(deciders).size === deciders.length,
    () => `somebody decided twice about ${after.id}: ${deciders}`,
  );
  must(
    after.decisions.every(({ revision_hash }) => revision_hash === after.revision_hash),
    () => `${after.id} carries decisions about another revision`,
  );
}
