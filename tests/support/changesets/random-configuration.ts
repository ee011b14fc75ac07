import fc from 'fast-check';
import type { Change } from '#shared/changesets/change.ts';
import { changeTo } from '#shared/changesets/change.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { parentsOf } from '#shared/resources/references.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { ResourceState } from '#shared/resources/resource-store.ts';
import { deleting, device, securityPolicy, shift, site, staffRole, user } from './drafts.ts';

/** How everything shall be, by id; what is not named shall not be. */
export type Wanted = ReadonlyMap<string, ResourceDraft>;

const SITES = ['AAA', 'BBB'];
const USERS = ['uma@acme.example', 'vic@acme.example'];
const IMEIS = ['490154203237518', '356938035643809'];

const onSite = (code: string, n: number): readonly ResourceDraft[] => [
  shift('Day', code, { people: n }),
  shift('Night', code, { people: n }),
  staffRole('GUARD', code),
  securityPolicy({ permitted_distance_meters: 50 + n }, code),
];

/** Every resource of a small world, in one of three states each. */
const everything = (n: number): readonly ResourceDraft[] => [
  ...SITES.map((code) => site(code, { expected_users: 10 + n })),
  ...SITES.flatMap((code) => onSite(code, n)),
  ...USERS.map((email) => user(email, { name: `Name ${n}` })),
];

const aDevice = fc
  .record({
    imei: fc.constantFrom(...IMEIS),
    site_code: fc.option(fc.constantFrom(...SITES), { nil: undefined }),
    assigned_user: fc.option(fc.constantFrom(...USERS), { nil: undefined }),
  })
  .map(({ imei, site_code, assigned_user }) =>
    device(imei, { ...(site_code && { site_code }), ...(assigned_user && { assigned_user }) }),
  );

const drafts = fc.tuple(
  ...everything(1).map((_, index) =>
    fc.option(
      fc.integer({ min: 1, max: 3 }).map((n) => everything(n).slice(index, index + 1)),
      {
        nil: [],
        freq: 3,
      },
    ),
  ),
  fc.uniqueArray(aDevice, { selector: entityIdOf, maxLength: 2 }),
);

/** Configurations of all six kinds in which everything belongs to something that is there. */
export const someConfiguration: fc.Arbitrary<Wanted> = drafts.map((lists) => {
  const all = new Map(lists.flat().map((draft) => [entityIdOf(draft), draft]));
  const isHome = (draft: ResourceDraft) =>
    parentsOf(draft.kind, draft.data).every((id) => all.has(id));
  return new Map([...all].filter(([, draft]) => isHome(draft)));
});

/** Every id that occurs. */
export const ALL_IDS: readonly string[] = [
  ...everything(1).map(entityIdOf),
  ...IMEIS.map((imei) => entityIdOf(device(imei))),
];

/** The changes from what there is to what is wanted, in no good order. */
export function changesTo(wanted: Wanted, now: readonly ResourceState[]): readonly Change[] {
  const steps = ALL_IDS.flatMap((id, index) => {
    const draft = wanted.get(id);
    const state = now[index];
    if (draft) return changeTo(draft, state) ?? [];
    return state?.data ? [deletingState(id, state)] : [];
  });
  return steps.toReversed();
}

function deletingState(id: string, { data, version }: ResourceState): Change {
  const any = everything(1).find((draft) => entityIdOf(draft) === id) ?? device(id.slice(7));
  return { ...deleting(any, version), before: data };
}
