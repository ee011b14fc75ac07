import { createValueMatcher, isJsonObject, type ValueMatcher } from './event-matchers.ts';
import { EventPatternError } from './event-pattern-error.ts';

/** Whether an event satisfies a compiled pattern. */
export type EventPredicate = (event: unknown) => boolean;

/**
 * Compiles an EventBridge pattern; Lambda's filter criteria are written in the same language.
 * Source: "Comparison operators for use in event patterns", EventBridge user guide; where it is
 * silent, the open-source engine behind it, aws/event-ruler.
 * @throws EventPatternError for what EventBridge would refuse
 */
export function compilePattern(pattern: unknown): EventPredicate {
  const matches = compileObject(pattern, []);
  return (event) => matches({ value: event, event });
}

/** Compiles and matches at once, for those who match a pattern only now and then. */
export const matchesPattern = (pattern: unknown, event: unknown): boolean =>
  compilePattern(pattern)(event);

/** Where in the event a part of the pattern looks; the whole event answers what is absent. */
interface Place {
  readonly value: unknown;
  readonly event: unknown;
}

type PlaceMatcher = (place: Place) => boolean;

function compileObject(pattern: unknown, path: readonly string[]): PlaceMatcher {
  if (!isJsonObject(pattern)) throw new EventPatternError('is not an object', path);
  const fields = Object.entries(pattern).map(([name, part]) =>
    name === '$or' ? compileOr(part, path) : compileField(name, part, path),
  );
  if (fields.length === 0) throw new EventPatternError('is empty', path);
  const all: PlaceMatcher = (place) => fields.every((matches) => matches(place));
  // In an array of objects one element alone must satisfy all fields.
  return ({ value, event }) =>
    Array.isArray(value)
      ? value.flat(Infinity).some((element) => all({ value: element, event }))
      : all({ value, event });
}

function compileOr(alternatives: unknown, path: readonly string[]): PlaceMatcher {
  if (!Array.isArray(alternatives) || alternatives.length < 2) {
    throw new EventPatternError('needs at least two alternatives', [...path, '$or']);
  }
  const matchers = alternatives.map((alternative) => compileObject(alternative, path));
  return (place) => matchers.some((matches) => matches(place));
}

function compileField(name: string, part: unknown, parents: readonly string[]): PlaceMatcher {
  const path = [...parents, name];
  const matches = Array.isArray(part) ? compileLeaf(part, path) : compileObject(part, path);
  return ({ value, event }) => matches({ value: ownField(value, name), event });
}

function compileLeaf(values: readonly unknown[], path: readonly string[]): PlaceMatcher {
  if (values.length === 0) throw new EventPatternError('has no values', path);
  const matchers = values.map((value) => createValueMatcher(value, path));
  return ({ value, event }) => matchers.some((matcher) => matchesLeaf(matcher, value, event, path));
}

function matchesLeaf(
  matcher: ValueMatcher,
  value: unknown,
  event: unknown,
  path: readonly string[],
): boolean {
  // Absence is asked of the whole event: no element of an array on the way may have the field.
  if (matcher === 'absent') return leavesAt(event, path).length === 0;
  return leaves(value).some(matcher);
}

/** A field's scalar values. Objects and empty arrays are no values: nothing compares with them. */
const leaves = (value: unknown): readonly unknown[] =>
  [value].flat(Infinity).filter((leaf) => leaf !== undefined && !isJsonObject(leaf));

function leavesAt(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return leaves(value);
  return [value].flat(Infinity).flatMap((element) => leavesAt(ownField(element, name), rest));
}

/** Not what every object inherits: a field may be called `constructor`. */
const ownField = (value: unknown, name: string): unknown =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
