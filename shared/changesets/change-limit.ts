import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Change } from './change.ts';

/**
 * The most changes that one changeset can hold: applied in some 120 batches, which takes well under a
 * minute, and read as one text of a few megabytes.
 */
const MAX_CHANGES = 5000;

/** So many changes are in the changeset's item; of a longer one only the first, the rest in its body. */
export const INLINE_CHANGES = 50;

/** @throws ValidationError for more changes than one changeset can hold */
export function requireWithinLimit({ length }: readonly Change[]): void {
  if (length <= MAX_CHANGES) return;
  throw new ValidationError('These are too many changes for one changeset', [
    { pointer: '', detail: `${length} changes; one changeset holds at most ${MAX_CHANGES}` },
  ]);
}
