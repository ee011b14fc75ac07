import { canHaveDependents } from '#shared/resources/references.ts';
import type { Change } from './change.ts';

/**
 * The order in which changes are applied when they do not fit one transaction: what others belong to
 * comes before them and goes after them, so that every batch leaves a configuration that holds. Going
 * backwards through it with the inverses is as safe.
 */
export const inApplicationOrder = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((one, other) => rankOf(one) - rankOf(other));

function rankOf({ entity_type, after }: Change): number {
  const parent = canHaveDependents(entity_type);
  if (after) return parent ? 0 : 1;
  return parent ? 3 : 2;
}
