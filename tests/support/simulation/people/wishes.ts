import type { WantedChange } from '#shared/changesets/wanted-changes.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { parentsOf } from '#shared/resources/references.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import { device, securityPolicy, shift, site, staffRole, user } from '../../changesets/drafts.ts';
import type { Dice } from '../machinery/dice.ts';
import type { Configuration } from '../rules/configuration-follows.ts';

const SITES = ['AAA', 'BBB'];
const USERS = ['uma@acme.example', 'vic@acme.example'];
const IMEIS = ['490154203237518', '356938035643809'];
const MOST_AT_ONCE = 4;
/** More than fit one transaction, and than an item holds. */
const MANY = 52;
const MORE = 60;
const DELETED = 0.2;
/** So many forget what their wish would belong to. */
const HOMELESS = 0.1;

/** How likely somebody asks for more than one transaction holds, in this tenant. */
export const anyAmbition = (dice: Dice): number => dice.pick([0, 0.05, 0.1, 0.5]);

/** What somebody may ask for. */
export const wishesFor = (
  dice: Dice,
  now: Configuration,
  ambition: number,
): readonly WantedChange[] =>
  dice.chance(ambition) ? manyDevices(dice, now) : fewWishesFor(dice, now);

/** What somebody may want of a small world in which everybody meets everybody. */
export function fewWishesFor(dice: Dice, now: Configuration): readonly WantedChange[] {
  const count = 1 + dice.below(MOST_AT_ONCE);
  const drafts = Array.from({ length: count }, () => anyDraft(dice));
  const homes = dice.chance(HOMELESS) ? [] : drafts.flatMap((draft) => missingHomes(draft, now));
  const once = new Map([...homes, ...drafts].map((draft) => [entityIdOf(draft), draft]));
  return [...once].map(([id, draft]) => wishFor(dice, id, draft, now));
}

/** What a wish would belong to, where that is not there. */
function missingHomes({ kind, data }: ResourceDraft, now: Configuration): readonly ResourceDraft[] {
  return parentsOf(kind, data)
    .filter((id) => now.get(id)?.data == null)
    .map((id) => {
      const [home, name = ''] = id.split(':');
      return home === 'site' ? site(name) : user(name);
    });
}

function wishFor(dice: Dice, id: string, draft: ResourceDraft, now: Configuration): WantedChange {
  const isThere = now.get(id)?.data != null;
  if (!isThere) return { operation: 'create', entity_type: draft.kind, data: jsonOf(draft) };
  if (dice.chance(DELETED)) return { operation: 'delete', entity_id: id };
  return { operation: 'update', entity_id: id, data: changeable(draft) };
}

/** Everything but what makes the resource this one. */
function changeable(draft: ResourceDraft) {
  const { code: _, site_code: __, email: ___, imei: ____, ...rest } = jsonOf(draft);
  return draft.kind === 'shift' ? { people: rest['people'] ?? 1 } : rest;
}

const jsonOf = ({ data }: ResourceDraft) => JSON.parse(JSON.stringify(data));

function anyDraft(dice: Dice): ResourceDraft {
  const code = dice.pick(SITES);
  const n = 1 + dice.below(9);
  return dice.pick([
    () => site(code, { expected_users: 10 + n }),
    () => shift('Day', code, { people: n }),
    () => shift('Night', code, { people: n }),
    () => staffRole('GUARD', code),
    () => securityPolicy({ permitted_distance_meters: 50 + n }, code),
    () => user(dice.pick(USERS), { name: `Name ${n}` }),
    () => device(dice.pick(IMEIS), { model: `R${n}`, ...belonging(dice) }),
  ])();
}

function belonging(dice: Dice): object {
  return {
    ...(dice.chance(0.5) && { site_code: dice.pick(SITES) }),
    ...(dice.chance(0.5) && { assigned_user: dice.pick(USERS) }),
  };
}

/** The same devices for everybody, so that long applications get into each other's way. */
function manyDevices(dice: Dice, now: Configuration): readonly WantedChange[] {
  const length = MANY + dice.below(MORE);
  const model = `R${1 + dice.below(9)}`;
  return Array.from({ length }, (_, n) => {
    const draft = device(String(100_000_000_000_000 + n), { model });
    const id = entityIdOf(draft);
    if (now.get(id)?.data == null)
      return { operation: 'create', entity_type: 'device', data: jsonOf(draft) };
    return { operation: 'update', entity_id: id, data: { model } };
  });
}
