import canonicalize from 'canonicalize';
import * as z from 'zod';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import { RESOURCE_SCHEMAS, type ResourceDraft, resourceKind } from '#shared/resources/resource.ts';

const resourceData = z.record(z.string(), z.json());

/** One step of a changeset (stored and wire shape): what a resource was, and what it shall be. */
export const change = z.object({
  entity_type: resourceKind,
  entity_id: z.string(),
  operation: z.enum(['create', 'update', 'delete']),
  before: resourceData.nullable(),
  after: resourceData.nullable(),
  /** Version of the resource this step was planned on; 0 where there never was one. */
  base_version: z.int().min(0),
  /** The recommendation it came from, by which an approver takes it or leaves it. */
  recommendation_id: z.string().optional(),
});
export type Change = z.infer<typeof change>;

/** A resource as it is: its data and version. Of one that is gone there is only the last version. */
export interface Existing {
  readonly data: Change['before'];
  readonly version: number;
}

/** The step from what is there to what is wanted; undefined where they are the same. */
export function changeTo(draft: ResourceDraft, existing?: Existing): Change | undefined {
  const after = resourceData.parse(RESOURCE_SCHEMAS[draft.kind].parse(draft.data));
  const step = { entity_type: draft.kind, entity_id: entityIdOf(draft), after };
  if (!existing?.data)
    return { ...step, operation: 'create', before: null, base_version: existing?.version ?? 0 };
  if (fieldsChanged(existing.data, after).length === 0) return undefined;
  const { data: before, version: base_version } = existing;
  return { ...step, operation: 'update', before, base_version };
}

export interface FieldChange {
  readonly field: string;
  readonly old: z.infer<ReturnType<typeof z.json>> | null;
  readonly new: z.infer<ReturnType<typeof z.json>> | null;
}

/** The fields in which two states of a resource differ, in the order of their names. */
export function fieldsChanged(
  before: Change['before'],
  after: Change['after'],
): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return (
    [...fields]
      .sort()
      .map((field) => ({ field, old: before?.[field] ?? null, new: after?.[field] ?? null }))
      // Canonically, because the table keeps the fields of an object in an order of its own.
      .filter(({ old, new: next }) => canonicalize(old) !== canonicalize(next))
  );
}

/** The site a resource belongs to; null for what belongs to none, as a site itself does. */
export function siteCodeOf(step: Pick<Change, 'before' | 'after'>): string | null {
  const code = (step.after ?? step.before)?.['site_code'];
  return typeof code === 'string' ? code.toUpperCase() : null;
}
