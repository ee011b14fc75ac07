import type * as z from 'zod';
import { toPointer } from '#shared/http/json-pointer.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { RESOURCE_SCHEMAS, type ResourceDraft } from '#shared/resources/resource.ts';
import { type FieldError, ValidationError } from '#shared/runtime/app-error.ts';
import { type Change, siteCodeOf } from './change.ts';
import { withValues } from './with-values.ts';

/** New values by change: `{ <id>: { field: value } }`. */
export type Modifications = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

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
  const parsed = RESOURCE_SCHEMAS[kind].safeParse(withValues(kind, step.after, values));
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
