import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { markRolledBack, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import { changesetFailed, changesetStale } from './announce.ts';
import type { ApplyTask } from './apply-task.ts';

interface Ending extends Omit<Decision<Changeset>, 'reconsider'> {
  /** What it means for the changeset that was to be rolled back. */
  readonly target: readonly Write[];
}

/**
 * What a changeset becomes whose application was taken back: stale where nothing is left of it and
 * the configuration had moved on, else failed, with what is left. Of a roll-back that stopped halfway
 * what is left is what it did take back.
 */
export function endOfReversal(changeset: Changeset, { cause, left }: ApplyTask, at: Date): Ending {
  const isStale = cause?.code === 'stale_changeset' && left.length === 0;
  const ended = revised(
    changeset,
    {
      status: isStale ? 'stale' : 'failed',
      reason: cause?.detail ?? null,
      left,
    },
    at,
  );
  return {
    writes: [putChangeset(ended)],
    target: halfTakenBack(ended),
    events: [isStale ? changesetStale(ended, cause.entity_ids) : changesetFailed(ended)],
    audit: [
      { action: `changeset.${ended.status}`, target: ended.id, after: { cause, left: ended.left } },
    ],
    response: ended,
  };
}

function halfTakenBack(ended: Changeset): readonly Write[] {
  const { id, rollback_of, rollback, left, changes } = ended;
  if (!rollback_of || left.length === 0) return [];
  const gone = new Set(left.map(({ entity_id }) => entity_id));
  const stays = changes.filter(({ entity_id }) => !gone.has(entity_id));
  const reason = `The roll-back stopped: ${ended.reason}`;
  return [
    markRolledBack(rollback_of, {
      by: id,
      from: rollback?.from ?? 'applied',
      to: 'partially_rolled_back',
      left: stays.map(({ entity_id }) => ({ entity_id, code: 'stopped', reason })),
    }),
  ];
}
