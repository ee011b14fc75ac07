import { toPointer } from '#shared/http/json-pointer.ts';
import { type FieldError, ValidationError } from '#shared/runtime/app-error.ts';
import { type Change, siteCodeOf } from './change.ts';

export interface Selection {
  /** Ids to take; all where it is not given. */
  readonly approved?: readonly string[];
  readonly rejected?: readonly string[];
}

/**
 * The changes an approver takes. @throws ValidationError for an unknown id, a dependent without its
 * site, or when nothing remains
 */
export function selectChanges(
  changes: readonly Change[],
  { approved, rejected = [] }: Selection,
): readonly Change[] {
  const known = new Set(changes.map(({ recommendation_id }) => recommendation_id));
  const unknown = [...(approved ?? []), ...rejected].filter((id) => !known.has(id));
  refuse(
    unknown.map((id) => ({ pointer: '/approved_items', detail: `${id} is not in the draft` })),
  );
  const takes = (id = '') => (approved?.includes(id) ?? true) && !rejected.includes(id);
  const taken = changes.filter(({ recommendation_id }) => takes(recommendation_id));
  if (taken.length === 0)
    refuse([{ pointer: '/approved_items', detail: 'nothing remains; decide "reject" instead' }]);
  refuse(orphans(changes, taken).map((detail) => ({ pointer: '/rejected_items', detail })));
  return taken;
}

/**
 * The changes without those of some resources. @throws ValidationError for a resource that is not
 * among them, and for a dependent that is left without its site
 */
export function removeChanges(
  changes: readonly Change[],
  entityIds: readonly string[],
): readonly Change[] {
  const errorAt = (index: number, detail: string): FieldError => ({
    pointer: toPointer(['removals', String(index)]),
    detail,
  });
  const known = new Set(changes.map(({ entity_id }) => entity_id));
  refuse(
    entityIds.flatMap((id, index) =>
      known.has(id) ? [] : [errorAt(index, `${id} is not in the changeset`)],
    ),
  );
  const left = changes.filter(({ entity_id }) => !entityIds.includes(entity_id));
  refuse(orphans(changes, left).map((detail) => ({ pointer: '/removals', detail })));
  return left;
}

/** What cannot be taken, because the site that it belongs to would not be created. */
function orphans(all: readonly Change[], taken: readonly Change[]): readonly string[] {
  const leftOut = all
    .filter((step) => step.operation === 'create' && !taken.includes(step))
    .map(({ entity_id }) => entity_id);
  return taken
    .filter((step) => step.after && leftOut.includes(`site:${siteCodeOf(step)}`))
    .map(({ entity_id }) => `${entity_id} cannot be taken without its site`);
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ValidationError('The items do not fit the changes', errors);
}
