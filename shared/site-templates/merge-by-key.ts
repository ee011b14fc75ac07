import { fault, type Merged } from './merged.ts';

interface Change {
  readonly remove?: boolean | undefined;
}

/** How one list of a template is changed: its place, its natural key, and one entry's merge. */
export interface KeyedList<Item, C extends Change> {
  readonly place: string;
  readonly keyField: string;
  readonly keyOf: (entry: Item | C) => string;
  readonly mergeEntry: (item: Item | undefined, change: C, place: string) => Merged<Item>;
}

/**
 * Replaces, adds and removes by natural key. What the list had keeps its order and additions follow
 * by key, so the order of the changes never matters. Removing what is not there changes nothing.
 */
export function mergeByKey<Item, C extends Change>(
  items: readonly Item[],
  changes: readonly C[],
  list: KeyedList<Item, C>,
): Merged<Item[]> {
  const before = new Map(items.map((item) => [list.keyOf(item), item]));
  const after = new Map(before);
  const errors = [...repeatedKeys(changes, list)];
  for (const [index, change] of changes.entries()) {
    const key = list.keyOf(change);
    const merged = list.mergeEntry(before.get(key), change, `${list.place}/${index}`);
    if (change.remove) after.delete(key);
    else {
      after.set(key, merged.value);
      errors.push(...merged.errors);
    }
  }
  return { value: inStableOrder(before, after), errors };
}

function repeatedKeys<Item, C extends Change>(changes: readonly C[], list: KeyedList<Item, C>) {
  const keys = changes.map(list.keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [fault(`${list.place}/${index}/${list.keyField}`, 'is named twice')],
  );
}

function inStableOrder<Item>(before: ReadonlyMap<string, Item>, after: Map<string, Item>): Item[] {
  const kept = [...after].filter(([key]) => before.has(key));
  const added = [...after].filter(([key]) => !before.has(key));
  // Code units, not a locale: the same bytes on every machine.
  added.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...kept, ...added].map(([, item]) => item);
}
