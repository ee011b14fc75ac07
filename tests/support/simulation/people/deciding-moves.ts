import type { Changeset } from '#shared/changesets/changeset.ts';
import { approversOf, type CastMember } from './cast.ts';
import { tokenOf } from './mailed-links.ts';
import type { Move, Sight } from './move.ts';
import { modifying, openOf } from './open-changesets.ts';

const STALE_SIGHT = 0.1;
const WITH_VALUES = 0.1;
const BY_LINK_APPROVED = 0.9;
const INVOLVED = 0.3;

const DECISIONS = [
  { weight: 10, name: 'approve' },
  { weight: 1, name: 'reject' },
  { weight: 1, name: 'escalate' },
] as const;

export function deciding(sight: Sight): Move | undefined {
  const { dice, oldHashes } = sight;
  const open = openOf(sight);
  if (!open) return undefined;
  const isStale = oldHashes.length > 0 && dice.chance(STALE_SIGHT);
  const decision = dice.weighted(DECISIONS).name;
  const edited = decision === 'approve' && dice.chance(WITH_VALUES) && modifying(sight, open);
  return {
    by: deciderOf(sight, open),
    function: 'decide',
    call: {
      route: 'POST /approvals/{approval_id}/decide',
      path: { approval_id: `${open.id}~1` },
      body: {
        decision,
        reason: 'because',
        ...(dice.chance(0.8) && {
          revision_hash: isStale ? dice.pick(oldHashes) : open.revision_hash,
        }),
        ...(edited && { modifications: edited }),
      },
    },
  };
}

/** By the link in a mail, perhaps of a revision that is no more. */
export function followingLink(sight: Sight): Move | undefined {
  const { dice, oldHashes } = sight;
  const open = openOf(sight);
  if (!open) return undefined;
  const by = deciderOf(sight, open);
  const isOld = oldHashes.length > 0 && dice.chance(STALE_SIGHT);
  const token = tokenOf({
    tenant: by.tenant,
    userId: by.userId,
    changesetId: open.id,
    revisionHash: isOld ? dice.pick(oldHashes) : open.revision_hash,
    decision: dice.chance(BY_LINK_APPROVED) ? 'approve' : 'reject',
  });
  const call = { route: 'POST /decisions/{token}', path: { token }, body: { reason: 'by mail' } };
  return { by, function: 'decide', call };
}

/** Now and then somebody whose word must not count: who asked for it, or put a value into it. */
function deciderOf({ dice, cast }: Sight, { requester, editors }: Changeset): CastMember {
  const people = editors.length > 0 ? editors : [requester];
  const involved = cast.filter(({ userId }) => people.some(({ user_id }) => user_id === userId));
  return dice.chance(INVOLVED) && involved.length > 0
    ? dice.pick(involved)
    : dice.pick(approversOf(cast));
}

export function approving(sight: Sight): Move | undefined {
  const { dice, cast, changesets } = sight;
  const drafts = changesets.filter(({ status, session_id }) => status === 'proposed' && session_id);
  if (drafts.length === 0) return undefined;
  const draft = dice.pick(drafts);
  const left = dice.chance(0.3) && draft.changes.length > 1 ? [dice.pick(draft.changes)] : [];
  return {
    by: dice.pick(approversOf(cast)),
    function: 'approve',
    call: {
      route: 'POST /recommendations/approve',
      body: {
        session_id: draft.session_id,
        dry_run: false,
        rejected_items: left.map(({ recommendation_id }) => recommendation_id),
      },
    },
  };
}
