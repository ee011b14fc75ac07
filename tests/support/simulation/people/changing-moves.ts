import type { Changeset } from '#shared/changesets/changeset.ts';
import { approversOf } from './cast.ts';
import type { Move, Sight } from './move.ts';
import { modifying, openOf } from './open-changesets.ts';

export const editing = (sight: Sight): Move | undefined => {
  const open = openOf(sight);
  return (
    open && aboutChangeset(sight, open, 'edit', { modifications: modifying(sight, open) ?? {} })
  );
};

export const withdrawing = (sight: Sight): Move | undefined => {
  const open = openOf(sight);
  const requester = sight.cast.find(({ userId }) => userId === open?.requester.user_id);
  return (
    open && { ...aboutChangeset(sight, open, 'withdraw', {}), ...(requester && { by: requester }) }
  );
};

export const rebasing = (sight: Sight): Move | undefined => {
  const { dice, changesets } = sight;
  const stale = changesets.filter(({ status }) => status === 'stale');
  const one = stale.length > 0 ? dice.pick(stale) : openOf(sight);
  const [conflict] = one?.changes ?? [];
  const resolutions =
    conflict && dice.chance(0.5)
      ? { [conflict.entity_id]: dice.pick(['current', 'proposed']) }
      : {};
  return one && aboutChangeset(sight, one, 'rebase', { resolutions });
};

export function rollingBack(sight: Sight): Move | undefined {
  const { dice, cast, changesets } = sight;
  const done = changesets.filter(({ status }) =>
    ['applied', 'partially_rolled_back', 'failed'].includes(status),
  );
  if (done.length === 0) return undefined;
  return {
    by: dice.pick(approversOf(cast)),
    function: 'rollback',
    call: {
      route: 'POST /changesets/{changeset_id}/rollback',
      path: { changeset_id: dice.pick(done.slice(-6)).id },
      body: { partial: dice.chance(0.5) },
    },
  };
}

const aboutChangeset = (
  { dice, cast }: Sight,
  { id: changeset_id }: Changeset,
  what: string,
  body: object,
): Move => ({
  by: dice.pick(approversOf(cast)),
  function: 'changesets',
  call: { route: `POST /changesets/{changeset_id}/${what}`, path: { changeset_id }, body },
});
