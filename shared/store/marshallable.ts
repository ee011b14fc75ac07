import type { Item } from './item.ts';

/**
 * The same item for the SDK's marshaller, which takes an object with a key called "constructor" for
 * an instance of some class: such objects inside it go there as maps.
 */
export const marshallable = (item: Item) =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, marshallableValue(value)]));

export function marshallableValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marshallableValue);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, marshallableValue(inner)] as const,
  );
  return Object.hasOwn(value, 'constructor') ? new Map(entries) : Object.fromEntries(entries);
}
