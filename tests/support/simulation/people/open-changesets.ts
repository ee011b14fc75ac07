import { type Changeset, UNDECIDED } from '#shared/changesets/changeset.ts';
import type { Sight } from './move.ts';

/** Mostly the newest, or a long one, so that several people get at the same one. */
export function openOf({ dice, changesets }: Sight): Changeset | undefined {
  const open = changesets.filter(({ status }) => UNDECIDED.includes(status));
  const long = dice.chance(0.5) ? open.filter(({ body }) => body) : [];
  const eligible = long.length > 0 ? long : open.slice(-3);
  return eligible.length > 0 ? dice.pick(eligible) : undefined;
}

/** Another value for one of its changes. */
export function modifying({ dice }: Sight, { changes }: Changeset) {
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
