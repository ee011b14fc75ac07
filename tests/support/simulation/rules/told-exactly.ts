import type { Changeset, DecisionRecord } from '#shared/changesets/changeset.ts';
import type { Step, Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/** Events that tell what becomes of changesets. */
const ABOUT_CHANGESETS = /^(approval|changeset|application|session|template)\./;

/**
 * The events of a transaction are exactly those that what it did to changesets makes; every changeset
 * that it put is named by one audit fact.
 */
export function toldExactly(transaction: Transaction): void {
  const { steps, by } = transaction;
  const told = transaction.events.filter((name) => ABOUT_CHANGESETS.test(name)).toSorted();
  const expected = steps.flatMap(eventsOf).toSorted();
  const isWakeUp = steps.length === 0 && told.every((name) => name === 'application.accepted.v1');
  must(
    isWakeUp || JSON.stringify(told) === JSON.stringify(expected),
    () => `${by.name} told ${told}, and did ${expected}`,
  );
  for (const { after } of steps.filter(isPut)) requireFact(transaction, after);
}

/** Marked ones are told of by whatever took them back. */
const isPut = ({ after }: Step): boolean =>
  !['rolled_back', 'partially_rolled_back'].includes(after.status);

function requireFact(transaction: Transaction, { id }: Changeset): void {
  const facts = transaction
    .in('AUDIT')
    .filter(({ before, after }) => !before && after?.['target'] === id);
  must(facts.length === 1, () => `${facts.length} audit facts tell of ${id}`);
}

function eventsOf(step: Step): readonly string[] {
  if (!isPut(step)) return [];
  const events = [...revisionEvents(step), ...decisionEvents(step), ...statusEvents(step)];
  return events.length > 0 ? events : timerEvents(step);
}

/** A new revision asks everybody, unless whoever made it has decided in the same breath. */
function revisionEvents({ before, after }: Step): readonly string[] {
  const isOpen = after.status === 'proposed' || after.status === 'pending_approval';
  const drafted = !before && after.origin === 'conversation' ? ['session.drafted.v1'] : [];
  const isRevised = before !== undefined && after.revision > before.revision;
  if (!isOpen || (before && !isRevised) || after.decisions.length > 0) return drafted;
  return [...drafted, 'approval.requested.v1'];
}

function decisionEvents({ before, after }: Step): readonly string[] {
  const known = before?.revision === after.revision ? before.decisions.length : 0;
  return after.decisions.slice(known).map(({ decision }) => DECIDED[decision]);
}

const DECIDED = {
  approve: 'approval.granted.v1',
  escalate: 'approval.escalated.v1',
  reject: 'approval.rejected.v1',
} as const satisfies Record<DecisionRecord['decision'], string>;

function statusEvents({ before, after }: Step): readonly string[] {
  if (before?.status === after.status) return [];
  const completed =
    after.origin === 'conversation' && after.session_id ? ['session.completed.v1'] : [];
  const events: Partial<Record<Changeset['status'], readonly string[]>> = {
    applied: [
      after.rollback_of ? 'changeset.rolled_back.v1' : 'changeset.applied.v1',
      ...(after.deployment ? ['template.deployed.v1'] : []),
      ...completed,
    ],
    applying: ['application.accepted.v1'],
    stale: ['changeset.stale.v1'],
    failed: ['changeset.failed.v1'],
    expired: ['approval.expired.v1'],
  };
  return events[after.status] ?? [];
}

/** Nothing else happened, so a timer ran out. */
function timerEvents({ before, after }: Step): readonly string[] {
  const [first] = before?.timers ?? [];
  if (before?.status !== after.status || after.timers.length + 1 !== before.timers.length)
    return [];
  if (first?.kind === 'remind') return ['approval.reminded.v1'];
  return first?.kind === 'escalate' ? ['approval.escalated.v1'] : [];
}
