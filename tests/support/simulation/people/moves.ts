import { type Changeset, UNDECIDED } from '#shared/changesets/changeset.ts';
import type { ApiCall } from '../../http/call-api.ts';
import type { ApiFunctions } from '../functions.ts';
import type { Dice } from '../machinery/dice.ts';
import type { Configuration } from '../rules/configuration-follows.ts';
import { adminsOf, approversOf, type CastMember } from './cast.ts';
import { anyPolicy, anyTimers } from './policies.ts';
import { fewWishesFor, wishesFor } from './wishes.ts';

/** Something that somebody does. */
export interface Move {
  readonly by: CastMember;
  readonly function: keyof ApiFunctions;
  readonly call: Pick<ApiCall, 'route' | 'path' | 'body'>;
}

/** What people know of their tenant when they do something. */
export interface Sight {
  readonly dice: Dice;
  readonly cast: readonly CastMember[];
  readonly changesets: readonly Changeset[];
  /** Hashes of revisions that others have taken the place of. */
  readonly oldHashes: readonly string[];
  readonly configuration: Configuration;
  /** How likely they ask for much. */
  readonly ambition: number;
}

interface Habit {
  readonly weight: number;
  readonly move: (sight: Sight) => Move | undefined;
}

/** Undefined where there is nothing to do it to. */
export const anyMove = (sight: Sight): Move | undefined => sight.dice.weighted(HABITS).move(sight);

const STALE_SIGHT = 0.1;
const WITH_VALUES = 0.1;
const INVOLVED = 0.3;

const asking = ({ dice, cast, configuration, ambition }: Sight): Move => ({
  by: dice.pick(approversOf(cast)),
  function: 'ask',
  call: {
    route: 'POST /simulated/changes',
    body: { changes: wishesFor(dice, configuration, ambition) },
  },
});

const drafting = ({ dice, cast, configuration }: Sight): Move => ({
  by: dice.pick(cast),
  function: 'ask',
  call: {
    route: 'POST /simulated/drafts',
    body: { changes: fewWishesFor(dice, configuration) },
  },
});

const deploying = ({ dice, cast }: Sight): Move => ({
  by: dice.pick(approversOf(cast)),
  function: 'deploy',
  call: {
    route: 'POST /templates/{template_id}/deploy',
    path: { template_id: 'retail_store' },
    body: { dry_run: false, customizations: { site: { code: dice.pick(['AAA', 'SHOP']) } } },
  },
});

const DECISIONS = [
  { weight: 10, name: 'approve' },
  { weight: 1, name: 'reject' },
  { weight: 1, name: 'escalate' },
] as const;

function deciding(sight: Sight): Move | undefined {
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

/** Now and then somebody whose word must not count: who asked for it, or put a value into it. */
function deciderOf({ dice, cast }: Sight, { requester, editors }: Changeset): CastMember {
  const ids = editors.length > 0 ? editors : [requester.user_id];
  const involved = cast.filter(({ userId }) => ids.includes(userId));
  return dice.chance(INVOLVED) && involved.length > 0
    ? dice.pick(involved)
    : dice.pick(approversOf(cast));
}

function approving(sight: Sight): Move | undefined {
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

const editing = (sight: Sight): Move | undefined => {
  const open = openOf(sight);
  return (
    open && aboutChangeset(sight, open, 'edit', { modifications: modifying(sight, open) ?? {} })
  );
};

const withdrawing = (sight: Sight): Move | undefined => {
  const open = openOf(sight);
  const requester = sight.cast.find(({ userId }) => userId === open?.requester.user_id);
  return (
    open && { ...aboutChangeset(sight, open, 'withdraw', {}), ...(requester && { by: requester }) }
  );
};

const rebasing = (sight: Sight): Move | undefined => {
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

function rollingBack(sight: Sight): Move | undefined {
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

const changingPolicy = ({ dice, cast }: Sight): Move => ({
  by: dice.pick(adminsOf(cast)),
  function: 'tenants',
  call: {
    route: 'PUT /settings',
    body: { approval_policy: { ...anyPolicy(dice, cast), ...anyTimers(dice) } },
  },
});

/** Somebody goes, comes back, or gets another role; the first admin stays. */
const changingPeople = ({ dice, cast }: Sight): Move => {
  const person = dice.pick(cast.slice(1));
  return {
    by: dice.pick(adminsOf(cast)),
    function: 'tenants',
    call: {
      route: 'PUT /people',
      body: dice.pick([
        { user_id: person.userId, active: false },
        { user_id: person.userId, active: true, roles: person.roles },
        { user_id: person.userId, active: true, roles: person.roles },
        { user_id: person.userId, roles: ['member'] },
      ]),
    },
  };
};

const HABITS: readonly Habit[] = [
  { weight: 14, move: asking },
  { weight: 8, move: drafting },
  { weight: 1, move: deploying },
  { weight: 40, move: deciding },
  { weight: 8, move: approving },
  { weight: 4, move: editing },
  { weight: 3, move: withdrawing },
  { weight: 7, move: rebasing },
  { weight: 8, move: rollingBack },
  { weight: 5, move: changingPolicy },
  { weight: 5, move: changingPeople },
];

/** Mostly the newest, or a long one, so that several people get at the same one. */
function openOf({ dice, changesets }: Sight): Changeset | undefined {
  const open = changesets.filter(({ status }) => UNDECIDED.includes(status));
  const long = dice.chance(0.5) ? open.filter(({ body }) => body) : [];
  const eligible = long.length > 0 ? long : open.slice(-3);
  return eligible.length > 0 ? dice.pick(eligible) : undefined;
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

/** Another value for one of its changes. */
function modifying({ dice }: Sight, { changes }: Changeset) {
  const kept = changes.filter(({ after }) => after);
  if (kept.length === 0) return undefined;
  const { entity_id, entity_type } = dice.pick(kept);
  const n = 1 + dice.below(9);
  const values = {
    site: { expected_users: 20 + n },
    shift: { people: n },
    staff_role: { name: `Role ${n}` },
    security_policy: { permitted_distance_meters: 60 + n },
    user: { name: `Other ${n}` },
    device: { model: `E${n}` },
  };
  return { [entity_id]: values[entity_type] };
}
