import type { Change } from './change.ts';

/**
 * The changes that take applied changes back, in reverse order: what was created is deleted, what was
 * deleted is created again. Applying both is the identity, but for the versions, which only ever grow.
 */
export const invertChanges = (changes: readonly Change[]): readonly Change[] =>
  [...changes].reverse().map(invertChange);

const INVERSE = { create: 'delete', delete: 'create', update: 'update' } as const;

export const invertChange = ({
  operation,
  before,
  after,
  base_version,
  ...step
}: Change): Change => ({
  entity_type: step.entity_type,
  entity_id: step.entity_id,
  operation: INVERSE[operation],
  before: after,
  after: before,
  base_version: base_version + 1,
});
