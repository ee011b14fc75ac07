import { ValidationError } from '#shared/runtime/app-error.ts';
import { MAX_ACTIONS } from '#shared/store/commit.ts';
import type { Change } from './change.ts';

/** What else an application writes: changeset, policy, sites, origin, result, audit fact, events. */
const ROOM_BESIDES = 15;
/** A changeset is applied in one transaction, so this is how many changes it can hold. */
const MAX_CHANGES = MAX_ACTIONS - ROOM_BESIDES;

/** @throws ValidationError for more changes than can be applied as one */
export function requireApplicableAtOnce({ length }: readonly Change[]): void {
  if (length <= MAX_CHANGES) return;
  throw new ValidationError('These are too many changes for one changeset', [
    { pointer: '', detail: `${length} changes; at most ${MAX_CHANGES} can be applied as one` },
  ]);
}
