import canonicalize from 'canonicalize';
import * as z from 'zod';
import { type Change, change } from './change.ts';

type Data = Change['before'];

/** One field in which what is there or what is wanted is not what it was; null where it is absent. */
const threeWayField = z.object({
  field: z.string(),
  base: z.json(),
  current: z.json(),
  proposed: z.json(),
  /** Both sides have changed it, and not to the same. */
  conflict: z.boolean(),
});
export type ThreeWayField = z.infer<typeof threeWayField>;

/** A resource that has moved on: what a change was planned on, what is there, what is wanted. */
export const threeWayDiff = z.object({
  entity_id: z.string(),
  base: change.shape.before,
  current: change.shape.before,
  proposed: change.shape.after,
  fields: z.array(threeWayField),
});
export type ThreeWayDiff = z.infer<typeof threeWayDiff>;

export const threeWayDiffOf = (
  { entity_id, before, after }: Pick<Change, 'entity_id' | 'before' | 'after'>,
  current: Data,
): ThreeWayDiff => ({
  entity_id,
  base: before,
  current,
  proposed: after,
  fields: threeWayFields(before, current, after),
});

/** The fields that either side has changed, in the order of their names. */
export function threeWayFields(base: Data, current: Data, proposed: Data): ThreeWayField[] {
  const names = new Set([base, current, proposed].flatMap((data) => Object.keys(data ?? {})));
  return [...names].sort().flatMap((field) => {
    const [was, is, shall] = [base?.[field], current?.[field], proposed?.[field]];
    if (same(was, is) && same(was, shall)) return [];
    const conflict = !same(was, is) && !same(was, shall) && !same(is, shall);
    return [{ field, base: was ?? null, current: is ?? null, proposed: shall ?? null, conflict }];
  });
}

/** Canonically, because the table keeps the fields of an object in an order of its own. */
const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b);
