import { RESOURCE_SCHEMAS, type ResourceKind } from '#shared/resources/resource.ts';

/** Data with new values in it; `null` takes a field away that may be absent, but not be null. */
export function withValues(
  kind: ResourceKind,
  data: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const gone = Object.entries(values)
    .filter(([field, value]) => value === null && isTakenAwayByNull(kind, field))
    .map(([field]) => field);
  const merged = Object.entries({ ...data, ...values });
  return Object.fromEntries(merged.filter(([field]) => !gone.includes(field)));
}

function isTakenAwayByNull(kind: ResourceKind, field: string): boolean {
  const shape = Object.entries(RESOURCE_SCHEMAS[kind].shape);
  const schema = shape.find(([name]) => name === field)?.[1];
  return schema?.safeParse(undefined).success === true && !schema.safeParse(null).success;
}
