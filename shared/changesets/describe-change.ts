import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';
import { type Change, fieldsChanged } from './change.ts';
import { isolated } from './isolated-text.ts';

/** At most so many characters for a change, and for a value in it. */
const MAX_LINE = 300;
const MAX_VALUE = 80;

type Step = Pick<Change, 'operation' | 'entity_type' | 'entity_id' | 'before' | 'after'>;

/**
 * A change as a line for people who decide without another screen: what is made or goes with its
 * values, the name first, and of what changes each field as it was and as it would be. Values are
 * data: nothing in them begins a line or turns the direction of what follows.
 */
export function describeChange(step: Step): string {
  const { operation, entity_id, before, after } = step;
  const said =
    operation === 'update'
      ? fieldsChanged(before, after).map(
          ({ field, old, new: next }) => `${field}: ${textOf(old)} → ${textOf(next)}`,
        )
      : fieldsOf(step).map(([field, value]) => `${field}: ${textOf(value)}`);
  const line = `${operation} ${isolated(entity_id, MAX_VALUE)}`;
  return joinWithin(line, said);
}

/** In the order of the kind's schema, because the table keeps fields in one of its own. */
function fieldsOf({ entity_type, before, after }: Step): readonly (readonly [string, unknown])[] {
  const data = after ?? before ?? {};
  const names = Object.keys(RESOURCE_SCHEMAS[entity_type].shape);
  const known = ['name', ...names.filter((name) => name !== 'name')];
  return known.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]]));
}

/** As many as fit, and how many do not: half a value would be another one. */
function joinWithin(line: string, said: readonly string[]): string {
  const fits = said.filter(
    (_, index) => `${line} – ${said.slice(0, index + 1).join('; ')}`.length <= MAX_LINE,
  );
  const more = said.length - fits.length;
  const parts = [...fits, ...(more > 0 ? [`and ${more} more`] : [])];
  return parts.length > 0 ? `${line} – ${parts.join('; ')}` : line;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object') return isolated(String(value), MAX_VALUE);
  const parts = Object.entries(value)
    .sort()
    .map(([name, part]) => `${name} ${textOf(part)}`);
  return parts.join(', ');
}
