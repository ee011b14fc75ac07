export interface ChunkLimits {
  readonly items: number;
  readonly weight: number;
}

/** Cuts a list, in order, into parts within both limits. An item over the weight is a part by itself. */
export function chunk<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  limits: ChunkLimits,
): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  let weight = 0;
  for (const item of items) {
    const part = parts.at(-1);
    const fits = part && part.length < limits.items && weight + weightOf(item) <= limits.weight;
    if (fits) part.push(item);
    else parts.push([item]);
    weight = (fits ? weight : 0) + weightOf(item);
  }
  return parts;
}
