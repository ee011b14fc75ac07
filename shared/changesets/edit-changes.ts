import type * as z from 'zod';
import { toPointer } from '#shared/http/json-pointer.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { RESOURCE_SCHEMAS, type ResourceDraft } from '#shared/resources/resource.ts';
import { type FieldError, ValidationError } from '#shared/runtime/app-error.ts';
import { type Change, siteCodeOf } from './change.ts';

export interface Selection {
  /** Ids to take; all where it is not given. */
  readonly approved?: readonly string[];
  readonly rejected?: readonly string[];
}

/** New values by change: `{ <id>: { field: value } }`. */
export type Modifications = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

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
  refuse(orphans(changes, taken));
  return taken;
}

function orphans(all: readonly Change[], taken: readonly Change[]): readonly FieldError[] {
  const left = all.filter((step) => !taken.includes(step)).map(({ entity_id }) => entity_id);
  return taken
    .filter((step) => left.includes(`site:${siteCodeOf(step)}`))
    .map(({ entity_id }) => ({
      pointer: '/rejected_items',
      detail: `${entity_id} cannot be taken without its site`,
    }));
}

/**
 * Changes with an approver's own values in them, held to the schemas; a changed site code goes along
 * to everything that belongs to the site. @throws ValidationError with a pointer per wrong field
 */
export function modifyChanges(
  changes: readonly Change[],
  modifications: Modifications,
  idOf: (step: Change) => string | undefined,
): readonly Change[] {
  const known = changes.map(idOf);
  const unknown = Object.keys(modifications).filter((id) => !known.includes(id));
  refuse(unknown.map((id) => faultIn(id, 'is not in the draft')));
  const codes = changedSiteCodes(changes, modifications, idOf);
  const errors: FieldError[] = [];
  const modified = changes.map((step) => {
    const given = modifications[idOf(step) ?? ''] ?? {};
    const code = codes.get(siteCodeOf(step) ?? '');
    const values = { ...given, ...(code && { site_code: code }) };
    return Object.keys(values).length > 0 ? modify(step, values, errors, idOf(step) ?? '') : step;
  });
  refuse([...errors, ...twins(modified)]);
  return modified;
}

function changedSiteCodes(
  changes: readonly Change[],
  modifications: Modifications,
  idOf: (step: Change) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((step) => {
      const code = modifications[idOf(step) ?? '']?.['code'];
      const isSite = step.entity_type === 'site' && typeof code === 'string';
      return isSite ? [[String(step.after?.['code']).toUpperCase(), code] as const] : [];
    }),
  );
}

function modify(
  step: Change,
  values: Readonly<Record<string, unknown>>,
  errors: FieldError[],
  id: string,
): Change {
  if (!step.after) {
    errors.push(faultIn(id, 'a deletion has no values'));
    return step;
  }
  const kind = step.entity_type;
  const parsed = RESOURCE_SCHEMAS[kind].safeParse({ ...step.after, ...values });
  if (!parsed.success) {
    errors.push(...parsed.error.issues.map((issue) => toFieldError(issue, id)));
    return step;
  }
  // The schema of `kind` has just parsed the data, which the union of kinds cannot express.
  const draft = { kind, data: parsed.data } as ResourceDraft;
  const entity_id = entityIdOf(draft);
  if (step.operation === 'update' && entity_id !== step.entity_id)
    errors.push(faultIn(id, `would make it ${entity_id}; delete and create it instead`));
  return { ...step, entity_id, after: JSON.parse(JSON.stringify(parsed.data)) };
}

/** Two changes of one resource cannot be applied together. */
function twins(changes: readonly Change[]): readonly FieldError[] {
  const ids = changes.map(({ entity_id }) => entity_id);
  const again = ids.filter((id, index) => ids.indexOf(id) < index);
  return again.map((id) => ({ pointer: '/modifications', detail: `${id} would be there twice` }));
}

const faultIn = (id: string, detail: string): FieldError => ({
  pointer: toPointer(['modifications', id]),
  detail,
});

const toFieldError = ({ path, message }: z.core.$ZodIssue, id: string): FieldError => ({
  pointer: toPointer(['modifications', id, ...path]),
  detail: message,
});

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ValidationError('The items do not fit the draft', errors);
}
