import { minutesOf } from '#shared/facility/values.ts';
import type { CheckInput } from '#shared/recommendations/check-input.ts';
import type { ResourceData, ResourceDraft, ResourceKind } from '#shared/resources/resource.ts';
import type { Dice } from './dice.ts';

/** Resources as they might be after an error: of a kind, and otherwise anything. */
export interface LooseResource {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface SeededDraft extends Pick<CheckInput, 'facts'> {
  readonly drafts: readonly LooseResource[];
}

/** Puts one error into a sound draft; undefined where this draft cannot have it. */
export type Mutation = (draft: CheckInput, dice: Dice) => SeededDraft | undefined;
export type Mutations = Readonly<Record<string, Mutation>>;

/** What a checker is given. It must say so itself where data is not what the types promise. */
export const asCheckInput = ({ facts, drafts }: SeededDraft): CheckInput => ({
  facts,
  // A seeded error is exactly what the type rules out.
  drafts: drafts as readonly ResourceDraft[],
});

/** Other values in one resource of a kind. */
export const edit =
  <K extends ResourceKind>(
    kind: K,
    change: (data: ResourceData<K>, dice: Dice, draft: CheckInput) => object | undefined,
  ): Mutation =>
  (draft, dice) =>
    replaceOne(draft, kind, dice, (data) => {
      const changed = change(data, dice, draft);
      return changed && [{ kind, data: { ...data, ...changed } }];
    });

/** One resource of a kind left out. */
export const leaveOut =
  (kind: ResourceKind): Mutation =>
  (draft, dice) =>
    replaceOne(draft, kind, dice, () => []);

/** All of a kind left out. */
export const leaveOutAll =
  (kind: ResourceKind): Mutation =>
  ({ facts, drafts }) => ({ facts, drafts: drafts.filter((draft) => draft.kind !== kind) });

/** One resource of a kind without one of its members. */
export const forget = (kind: ResourceKind, ...members: readonly string[]): Mutation =>
  edit(kind, (_data, dice) => ({ [dice.of(members)]: undefined }));

/** A second one beside one of a kind. */
export const addBeside =
  <K extends ResourceKind>(
    kind: K,
    second: (data: ResourceData<K>, dice: Dice) => LooseResource,
  ): Mutation =>
  (draft, dice) =>
    replaceOne(draft, kind, dice, (data) => [{ kind, data: { ...data } }, second(data, dice)]);

/** The same draft with one resource of a kind replaced by others. */
function replaceOne<K extends ResourceKind>(
  { facts, drafts }: CheckInput,
  kind: K,
  dice: Dice,
  replacement: (data: ResourceData<K>) => readonly LooseResource[] | undefined,
): SeededDraft | undefined {
  const places = drafts.flatMap((draft, at) => (isOf(kind, draft) ? [{ at, draft }] : []));
  if (places.length === 0) return undefined;
  const { at, draft } = dice.of(places);
  const others = replacement(draft.data);
  const loose: readonly LooseResource[] = drafts;
  return others && { facts, drafts: loose.toSpliced(at, 1, ...others) };
}

const isOf = <K extends ResourceKind>(
  kind: K,
  draft: ResourceDraft,
): draft is Extract<ResourceDraft, { kind: K }> & { readonly data: ResourceData<K> } =>
  draft.kind === kind;

/** A time so many minutes later. */
export function later(time: string, minutes: number): string {
  const at = (minutesOf(time) + minutes + 24 * 60) % (24 * 60);
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${part(at / 60)}:${part(at % 60)}`;
}
