import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';
import { type Change, fieldsChanged } from './change.ts';
import { isolated } from './isolated-text.ts';

/** At most so many characters for a value. */
const MAX_VALUE = 80;

type Step = Pick<Change, 'operation' | 'entity_type' | 'entity_id' | 'before' | 'after'>;

/**
 * A change as a line for people who decide without another screen: what is made or goes with its
 * values, the name first, and of what changes each field as it was and as it would be. Values are
 * data: nothing in them begins a line, turns the direction of what follows, or looks like another field.
 * @param longest characters; fields that do not fit are named without their values
 */
export function describeChange(step: Step, longest: number): string {
  const { operation, entity_id, before, after } = step;
  const said: readonly Said[] =
    operation === 'update'
      ? fieldsChanged(before, after).map(({ field, old, new: next }) => ({
          field,
          text: `${textOf(old)} → ${textOf(next)}`,
        }))
      : fieldsOf(step).map(([field, value]) => ({ field, text: textOf(value) }));
  const line = `${operation} ${isolated(entity_id, MAX_VALUE)}`;
  return joinWithin(line, said, longest);
}

/** A field, and what is said of it. */
interface Said {
  readonly field: string;
  readonly text: string;
}

/** In the order of the kind's schema, because the table keeps fields in one of its own. */
function fieldsOf({ entity_type, before, after }: Step): readonly (readonly [string, unknown])[] {
  const data = after ?? before ?? {};
  const names = Object.keys(RESOURCE_SCHEMAS[entity_type].shape);
  const known = ['name', ...names.filter((name) => name !== 'name')];
  return known.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]]));
}

/** As many as fit, and the names of the others: half a value would be another one. */
function joinWithin(line: string, said: readonly Said[], longest: number): string {
  const parts: string[] = [];
  const others: string[] = [];
  let length = line.length;
  for (const { field, text } of said) {
    const part = `${field}: ${text}`;
    length += part.length + 2;
    if (length <= longest) parts.push(part);
    else others.push(field);
  }
  if (others.length > 0) parts.push(`and also ${others.join(', ')}`);
  return parts.length > 0 ? `${line} – ${parts.join('; ')}` : line;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'string') return quoted(isolated(value, MAX_VALUE));
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value)
    .sort()
    .map(([name, part]) => `${name} ${textOf(part)}`);
  return parts.join(', ');
}

/** A single word stands as it is; anything longer between marks that it cannot hold itself. */
const quoted = (text: string): string =>
  /^[\p{L}\p{M}\p{N}._@/+:-]+$/u.test(text) ? text : `“${text.replace(/[“”]/g, '"')}”`;
