import { ValidationError } from '#shared/runtime/app-error.ts';
import { toPointer } from './json-pointer.ts';

/** DynamoDB stores 32 levels, of which the item around a value takes a few. */
const MAX_DEPTH = 24;

/**
 * Refuses what JSON can spell and later steps cannot carry: I-JSON (RFC 7493), with a bound on depth.
 * A number beyond the range of doubles and half a surrogate pair have no canonical form to be hashed in.
 * @throws ValidationError that points at the first such value
 */
export function requireInterchangeable(body: unknown): void {
  const open: Place[] = [{ value: body, name: '', depth: 0, parent: undefined }];
  for (let place = open.pop(); place; place = open.pop()) {
    const fault = faultOf(place);
    if (fault)
      throw new ValidationError('The body cannot be taken as it is', [
        { pointer: toPointer(pathTo(place)), detail: fault },
      ]);
    addInside(place, open);
  }
}

/** Knows its way up, so that a path is only spelt out for the one that is refused. */
interface Place {
  readonly value: unknown;
  readonly name: string;
  readonly depth: number;
  readonly parent: Place | undefined;
}

function faultOf({ value, name, depth }: Place): string | undefined {
  if (depth > MAX_DEPTH) return `is nested more than ${MAX_DEPTH} levels deep`;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is too large a number';
  // Schemas pass over it, so that whoever sent it would take it for heeded.
  if (name === '__proto__') return 'is no name that a field can have';
  if (!name.isWellFormed()) return 'has half a surrogate pair in its name';
  const broken = typeof value === 'string' && !value.isWellFormed();
  return broken ? 'has half a surrogate pair in its text' : undefined;
}

function addInside(parent: Place, open: Place[]): void {
  const { value } = parent;
  if (typeof value !== 'object' || value === null) return;
  const depth = parent.depth + 1;
  for (const [name, part] of Object.entries(value)) open.push({ value: part, name, depth, parent });
}

function pathTo(place: Place): readonly string[] {
  const names: string[] = [];
  for (let at = place; at.parent; at = at.parent) names.unshift(at.name);
  return names;
}
